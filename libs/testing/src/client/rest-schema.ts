/**
 * The types of the REST API, made from the OpenAPI document of wallet-api by `npm run reference`;
 * a test compares the two.
 */
export interface paths {
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a player’s account. */
        post: operations["AuthController_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins a session.
         * @description Who has a second factor sends its code as well: without one the answer is SECOND_FACTOR_REQUIRED.
         */
        post: operations["AuthController_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes a refresh token for new tokens.
         * @description Each refresh token is good once. One that comes a second time ends its session: somebody else may have it.
         */
        post: operations["AuthController_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session of this request. */
        post: operations["AuthController_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your living sessions, newest first. */
        get: operations["AuthController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of your sessions. */
        delete: operations["AuthController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are. */
        get: operations["AuthController_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes your password.
         * @description All other sessions end, and withdrawals wait for a day.
         */
        put: operations["CredentialsController_changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether you have a second factor. */
        get: operations["CredentialsController_factorState"];
        put?: never;
        /**
         * Gives you a secret for an authenticator.
         * @description It counts when you have confirmed it, within 15 minutes.
         */
        post: operations["CredentialsController_enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enables the secret that you were given, with a code of it.
         * @description All other sessions end, and withdrawals wait for a day.
         */
        post: operations["CredentialsController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes your second factor away.
         * @description All other sessions end, and withdrawals wait for a day.
         */
        post: operations["CredentialsController_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you have, from the books themselves. */
        get: operations["WalletController_balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moved your money, newest first. */
        get: operations["WalletController_transactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/statement.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your history of some days as CSV, newest first: a year at most. */
        get: operations["WalletController_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What coins are worth. A deposit is credited at the rate of its moment. */
        get: operations["RatesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/webhook/deposit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A payment has changed. For the payment gateway only. */
        post: operations["WebhookController_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/deposit-address/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your own address for a coin: always the same, and nobody else’s. */
        get: operations["DepositsController_address"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your deposits, newest first, from the first sight of a payment on. */
        get: operations["DepositsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/deposits/{depositId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One deposit of yours, with the steps it took. */
        get: operations["DepositsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deposits that wait for a person, or those of one status; newest first. */
        get: operations["StaffDepositsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/deposits/{depositId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A deposit with its steps. */
        get: operations["StaffDepositsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/deposits/{depositId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Credit a deposit that waits. More than ₩1,000,000 is proposed to a second person. */
        post: operations["StaffDepositsController_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/deposits/{depositId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the wait of a deposit without crediting it. */
        post: operations["StaffDepositsController_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/withdrawal-freezes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Players who may not take money out, since a credit was taken back. */
        get: operations["StaffDepositsController_freezes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/withdrawal-freezes/{freezeId}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a player take money out again. */
        post: operations["StaffDepositsController_lift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dev/faucet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Not in production. The credit follows by the gateway’s webhook.
         * @description At most ₩100,000,000 a call and ₩10,000,000,000 in 24 hours. The same request id with the same amount is poured once.
         */
        post: operations["FaucetController_pour"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hands/phh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hands you played in one PHH file, newest first; cards you did not see are `??`.
         * @description A page of it: `X-Next-Cursor` in the head of the answer is the cursor of the next one.
         */
        get: operations["HandExportsController_phh"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hands/pokerstars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hands you played as one PokerStars-style text, newest first, for trackers.
         * @description A page of it: `X-Next-Cursor` in the head of the answer is the cursor of the next one.
         */
        get: operations["HandExportsController_pokerstars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hands you played, newest first. */
        get: operations["HandsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hands/{handId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One hand you played: your cards, and those that were shown. */
        get: operations["HandsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hands/{handId}/phh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One hand you played as a PHH record; cards you did not see are `??`. */
        get: operations["HandRecordsController_phh"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hands/{handId}/pokerstars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One hand you played as PokerStars-style text, for trackers. */
        get: operations["HandRecordsController_pokerstars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/players": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts by id, e-mail address or nickname, newest first. */
        get: operations["StaffPlayersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/players/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account: money, seats, sessions, last deposits and notes. */
        get: operations["StaffPlayersController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/players/{userId}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Freezes a player.
         * @description All sessions end and their sockets close. Chips at a table stay the player’s. Staff accounts are not frozen but lose their role.
         */
        post: operations["StaffPlayersController_freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/players/{userId}/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the freeze of a player. */
        post: operations["StaffPlayersController_unfreeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/players/{userId}/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends all sessions of an account and closes their sockets. */
        post: operations["StaffPlayersController_endSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/players/{userId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes a note about an account; it stays. */
        post: operations["StaffPlayersController_addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/players/{userId}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gives somebody a role, or takes it away.
         * @description Another admin approves a new role; taken away (`player`) it is at once. All sessions of that person end with the change. Never your own, and nobody who sits at a table.
         */
        put: operations["StaffAccountsController_changeRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/players/{userId}/second-factor/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks that a lost second factor be taken away.
         * @description For who has lost the recovery codes as well. Another one of risk or admin approves, for staff another admin. All sessions end; withdrawals wait after it, and after the new one.
         */
        post: operations["StaffAccountsController_resetFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Adjustments of players’ money, newest first. */
        get: operations["AdjustmentsController_list"];
        put?: never;
        /**
         * Adjusts a player’s money, or asks for it where it needs a second person.
         * @description A cashier does up to ₩100,000 alone (₩300,000 a day), risk and admin up to ₩300,000 (₩1,000,000 a day), and all of them together ₩500,000 a day for one player. Above that another one approves.
         */
        post: operations["AdjustmentsController_adjust"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/adjustments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an adjustment would do, and whether it needs a second person. */
        post: operations["AdjustmentsController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a second person, or was decided, newest first. */
        get: operations["StaffRequestsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request with all that its approval would do. */
        get: operations["StaffRequestsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/requests/{requestId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves a request and does what it asks for.
         * @description Never your own, and never one that profits you.
         */
        post: operations["StaffRequestsController_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/requests/{requestId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rejects a request, or takes your own back. */
        post: operations["StaffRequestsController_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be stopped for the whole house, and all that is stopped. */
        get: operations["StaffSwitchesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/switches/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Stops something at once, or lets it go on.
         * @description Support stops tables and logins, cashiers stop what belongs to the house, risk and admin all of it. Only risk and admin let things go on; what moves money (`deposit_credit`, `automatic_approval`, `sending`) only when another one approves.
         */
        put: operations["StaffSwitchesController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/tables/{tableId}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A table as it is now. Cards that were not shown are in no answer. */
        get: operations["StaffTablesController_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All tables, closed ones included. */
        get: operations["StaffTableSettingsController_list"];
        put?: never;
        /** Makes a table. It is closed until it is opened. */
        post: operations["StaffTableSettingsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/tables/{tableId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes what a table plays by, from its next hand.
         * @description Stakes, pool, seats and structure change only while it is closed and empty.
         */
        patch: operations["StaffTableSettingsController_change"];
        trace?: never;
    };
    "/api/v1/staff/tables/{tableId}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a table for play. */
        post: operations["StaffTableSettingsController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/tables/{tableId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Closes a table.
         * @description Its hand is played to the end, then everybody is paid.
         */
        post: operations["StaffTableSettingsController_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/stakes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All stakes, the smallest first. */
        get: operations["StaffTableSettingsController_stakes"];
        put?: never;
        /**
         * Makes stakes. They do not change after that: other stakes are others.
         * @description Their rake begins as the house’s figures for such blinds say.
         */
        post: operations["StaffTableSettingsController_addStakes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/hands/{handId}/phh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A hand as a PHH record. Cards that were not shown are `??`. */
        get: operations["StaffHandsController_phh"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/hands/{handId}/pokerstars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A hand as PokerStars-style text, without cards that were not shown. */
        get: operations["StaffHandsController_pokerstars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for a withdrawal.
         * @description Amount and fee leave the wallet at once. It waits, can be cancelled meanwhile, and is sent at the rate of the moment of sending. The same key may be sent again with a newer code.
         */
        post: operations["WithdrawalController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/withdraw/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a withdrawal would cost and bring.
         * @description A withdrawal is converted when it is sent, at the rate of that moment.
         */
        get: operations["WithdrawalController_quote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your withdrawals, newest first. */
        get: operations["WithdrawalController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/withdrawals/{withdrawalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of your withdrawals, with everything that happened to it. */
        get: operations["WithdrawalController_detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/withdrawals/{withdrawalId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a withdrawal back before it is sent.
         * @description The money is in the wallet at once. Cancelled again it stays cancelled.
         */
        post: operations["WithdrawalController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Withdrawals, or those of one status; newest first. */
        get: operations["StaffWithdrawalsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/withdrawals/{withdrawalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A withdrawal with all that helps to decide about it. */
        get: operations["StaffWithdrawalsController_detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/withdrawals/{withdrawalId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves a withdrawal as you looked at it.
         * @description It is sent when enough persons have approved it and its wait is over.
         */
        post: operations["StaffWithdrawalsController_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/withdrawals/{withdrawalId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a withdrawal back that was not sent. */
        post: operations["StaffWithdrawalsController_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/withdrawals/{withdrawalId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for the end of a withdrawal of which nobody knows whether it was sent.
         * @description Another person approves it (see the requests). The gateway is asked now and then again: what it knows counts. It is never sent again.
         */
        post: operations["StaffWithdrawalsController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your limits of deposits and losses, and what was used of them. */
        get: operations["LimitsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/limits/{kind}/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets a limit.
         * @description A lower one holds at once, a higher one 24 hours later.
         */
        put: operations["LimitsController_set"];
        post?: never;
        /** Takes a limit away, 24 hours later. */
        delete: operations["LimitsController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/self-exclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether you have excluded yourself from play. */
        get: operations["LimitsController_exclusion"];
        put?: never;
        /**
         * Excludes yourself from play, from now on.
         * @description Seats are left at the end of their hand. It cannot be made shorter; a longer one can follow. Logging in and withdrawing stay possible.
         */
        post: operations["LimitsController_exclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your level, what it gives, and the way to the next. */
        get: operations["VipController_standing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vip/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your weeks of rakeback, newest first. */
        get: operations["VipController_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/rake/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rake of all stakes: in force, before, and to come. */
        get: operations["StaffRakeController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/rake/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of rake that wait for a second person, newest first. */
        get: operations["StaffRakeController_pending"];
        put?: never;
        /** Asks for another rake of stakes; an admin who is not you approves. */
        post: operations["StaffRakeController_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/rakeback/weeks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Weeks of rakeback with what they owe and paid, newest first. */
        get: operations["StaffRakeController_weeks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/rakeback/weeks/{week}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payments of a week, by the players’ ids. */
        get: operations["StaffRakeController_payments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/audit/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What staff and guards did and were refused, newest first. */
        get: operations["StaffAuditController_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/audit/transfers/{transferId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transfer as it is sealed, and the block that holds it. */
        get: operations["StaffAuditController_transfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/reconciliation/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the books and another side differ, newest first. */
        get: operations["FindingsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/reconciliation/findings/{findingId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Explains or closes an open finding. */
        post: operations["FindingsController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/transactions/{transferId}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * That one of your transactions is in the sealed audit trail.
         * @description Hash the leaf with the path to the root of the block, as RFC 6962 does, then check the signature of its head. Others’ part of the transaction is in the leaf, and in no answer.
         */
        get: operations["TransactionProofController_proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/exports/deposits.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deposits as CSV.
         * @description Newest first, a year at most and 50,000 lines at most. That it was taken is in the audit trail.
         */
        get: operations["ExportsController_deposits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/exports/withdrawals.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Withdrawals as CSV.
         * @description Newest first, a year at most and 50,000 lines at most. That it was taken is in the audit trail.
         */
        get: operations["ExportsController_withdrawals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/exports/audit-events.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a search of the audit trail finds, as CSV.
         * @description Newest first, a year at most and 50,000 lines at most. That it was taken is in the audit trail.
         */
        get: operations["ExportsController_auditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/exports/players/{userId}/transactions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of a player as CSV.
         * @description Newest first, a year at most and 50,000 lines at most. That it was taken is in the audit trail.
         */
        get: operations["ExportsController_transactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/jobs/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work that failed too often and waits for a person, oldest first. */
        get: operations["DeadLettersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/jobs/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has all of a queue tried again. */
        post: operations["DeadLettersController_replayAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/jobs/dead-letters/{jobId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has one tried again, from the first try on. */
        post: operations["DeadLettersController_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/jobs/dead-letters/{jobId}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives one up for good.
         * @description What moves money is not dropped: STATE_CONFLICT.
         */
        post: operations["DeadLettersController_drop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/integrity/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Play that staff should look at, newest first. */
        get: operations["IntegrityCasesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/integrity/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case with its evidence and hands; that it was read is audited. */
        get: operations["IntegrityCasesController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/integrity/cases/{caseId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judges an open case. Nothing happens to the players by itself. */
        post: operations["IntegrityCasesController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you were told, newest first, in your language. */
        get: operations["NotificationsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks all up to one of them as read. */
        post: operations["NotificationsController_readUpTo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notifications/{notificationId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks one as read. */
        post: operations["NotificationsController_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notification-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How you are told of what, and in which language. */
        get: operations["PreferencesController_preferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notification-preferences/{topic}/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switches one way of being told on or off.
         * @description E-mails of security events stay on: NOTIFICATION_REQUIRED.
         */
        put: operations["PreferencesController_setPreference"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets the language in which the house writes to you. */
        put: operations["PreferencesController_setLanguage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What and how you played.
         * @description Days are those of Seoul; 400 at most. Hands count within seconds of their end.
         */
        get: operations["OwnStatisticsController_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/players/{userId}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What and how a player played.
         * @description Days are those of Seoul; 400 at most. Hands count within seconds of their end.
         */
        get: operations["StaffStatisticsController_player"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/statistics/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hands, rake and active players by day.
         * @description Days are those of Seoul; 400 at most. Hands count within seconds of their end.
         */
        get: operations["StaffStatisticsController_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/statistics/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tables by their rake, the highest first.
         * @description Days are those of Seoul; 400 at most. Hands count within seconds of their end.
         */
        get: operations["StaffStatisticsController_tables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        RegisterDto: {
            /** @example player@example.com */
            email: string;
            /**
             * @description 2 to 20 letters of one alphabet and digits, with spaces, dots, `_` and `-` between them.
             * @example RiverRat
             */
            nickname: string;
            /** @example correct horse battery */
            password: string;
        };
        RegisteredDto: {
            /** Format: uuid */
            userId: string;
        };
        LoginDto: {
            /** @example player@example.com */
            email: string;
            /** @example correct horse battery */
            password: string;
            /**
             * @description Of the second factor: a one-time code or a recovery code.
             * @example 123456
             */
            code?: string;
        };
        TokensDto: {
            /** @description ES256, for the Authorization header and the socket handshake. */
            accessToken: string;
            /** @description Good once; a second use ends the session. */
            refreshToken: string;
            /**
             * @description Seconds until the access token ends.
             * @example 900
             */
            expiresIn: number;
            /** Format: uuid */
            userId: string;
            /** @example RiverRat */
            nickname: string;
        };
        RefreshDto: {
            /** @description The last one that this session was given. */
            refreshToken: string;
        };
        SessionDto: {
            /** Format: uuid */
            sessionId: string;
            /** @description The session of this request. */
            current: boolean;
            /** @description What the client called itself at the login. */
            userAgent: string;
            /**
             * @description Where the login came from.
             * @example 203.0.113.7
             */
            address: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string;
        };
        MeDto: {
            /** Format: uuid */
            userId: string;
            /** @example RiverRat */
            nickname: string;
            /** @example player */
            role: string;
        };
        NewPasswordDto: {
            /**
             * @description The password of now.
             * @example correct horse battery
             */
            password: string;
            /**
             * @description Where a second factor is enabled: a one-time code or a recovery code.
             * @example 123456
             */
            code?: string;
            /** @example a better horse battery */
            newPassword: string;
        };
        FactorStateDto: {
            /** @example true */
            enabled: boolean;
            /** Format: date-time */
            enabledAt: string | null;
            /**
             * @description Recovery codes that are not used yet.
             * @example 10
             */
            recoveryCodesLeft: number;
        };
        ProofDto: {
            /**
             * @description The password of now.
             * @example correct horse battery
             */
            password: string;
            /**
             * @description Where a second factor is enabled: a one-time code or a recovery code.
             * @example 123456
             */
            code?: string;
        };
        EnrolmentDto: {
            /**
             * @description Base32, to be typed into an authenticator. It is shown this once.
             * @example W5RCN3CJ6AKN3UE47JIRYJ5UUCNEJ55B
             */
            secret: string;
            /**
             * @description The same, to be shown as a QR code.
             * @example otpauth://totp/Cardroom:player%40example.com?secret=W5RC…&issuer=Cardroom
             */
            uri: string;
        };
        FactorCodeDto: {
            /**
             * @description Six digits, as the authenticator shows them.
             * @example 123456
             */
            code: string;
        };
        RecoveryCodesDto: {
            /**
             * @description Each is good once. They are shown this once.
             * @example [
             *       "k7wm-2hqp-x4ta-9cfe"
             *     ]
             */
            recoveryCodes: string[];
        };
        BalanceDto: {
            /** @description Whole won that can be used. */
            availableKrw: number;
            /** @description Whole won at tables. */
            inPlayKrw: number;
            /** @description Whole won held for withdrawals. */
            heldKrw: number;
        };
        QuoteDto: {
            /** @description Whole won for `denominatorUnits` base units. */
            numeratorKrw: number;
            /** @description Base units in decimal digits. */
            denominatorUnits: string;
            /** Format: date-time */
            quotedAt: string;
        };
        CryptoDto: {
            /** @example USDT */
            asset: string;
            /** @example ethereum */
            network: string;
            /** @description Base units in decimal digits. */
            units: string | null;
            txid: string | null;
            address: string | null;
            /** @description The rate it was counted by. */
            quote: components["schemas"]["QuoteDto"] | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            completedAt: string | null;
        };
        HistoryItemDto: {
            /** Format: uuid */
            transferId: string;
            /** @enum {string} */
            type: "crypto_deposit" | "crypto_withdrawal" | "buy_in" | "cash_out" | "top_up" | "win" | "lose" | "rake" | "rakeback" | "adjustment" | "reversal" | "hold" | "release";
            /** @description Whole won; below 0 where it went away. */
            amountKrw: number;
            /** @description Of the account it moved: the wallet, or the chips at a table. */
            balanceAfterKrw: number;
            /** Format: date-time */
            createdAt: string;
            /** @description What it was for: of a hand which, of rakeback the week and its terms. */
            details: {
                [key: string]: unknown;
            };
            /** @description Null where no crypto moved. */
            crypto: components["schemas"]["CryptoDto"] | null;
            /** @description Leaf hash of the transaction in the sealed audit trail; see its proof. */
            integrityHash: string;
        };
        HistoryPageDto: {
            items: components["schemas"]["HistoryItemDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        RateDto: {
            /** @example BTC */
            asset: string;
            /**
             * @description Won for one whole coin, an exact decimal. A text: no float holds it.
             * @example 148900000.5
             */
            priceKrw: string;
            /** Format: date-time */
            sampledAt: string;
            /**
             * @description `open`: deposits are credited at this rate. `halted`: it jumped. `stale`: it is too old.
             * @enum {string}
             */
            state: "open" | "halted" | "stale";
            /**
             * @example [
             *       "bithumb",
             *       "coingecko",
             *       "upbit"
             *     ]
             */
            sources: string[];
        };
        RatesDto: {
            items: components["schemas"]["RateDto"][];
        };
        WebhookEventDto: {
            /**
             * @description The same event is worked off once.
             * @example evt_1
             */
            eventId: string;
            /**
             * @description What is asked for at the gateway.
             * @example pay_1
             */
            paymentId: string;
        };
        WebhookOutcomeDto: {
            /**
             * @description What the event led to.
             * @example credited
             */
            outcome: string;
        };
        DepositAddressDto: {
            /** @example USDT */
            asset: string;
            /**
             * @description Coins that are sent on another network are lost.
             * @example ethereum
             */
            network: string;
            /** @example 0x52908400098527886e0f7030069857d2e4169ee7 */
            address: string;
            /** @example 6 */
            decimals: number;
            /**
             * @description In coins. Less is not credited by itself.
             * @example 0.01
             */
            minimum: string;
            /**
             * @description Blocks until a small amount is credited.
             * @example 12
             */
            confirmationsNeeded: number;
        };
        DepositDto: {
            /** Format: uuid */
            depositId: string;
            /**
             * @description `limit_hold`: it would pass your own limit of deposits and is credited when that has room for all of it (see /me/limits). `rate_hold`: it waits for a rate.
             * @enum {string}
             */
            status: "detected" | "confirming" | "confirmed" | "credited" | "under_min" | "unsupported_asset" | "unknown_address" | "rate_hold" | "limit_hold" | "aml_hold" | "manual_review" | "orphaned" | "reversed";
            /** @example USDT */
            asset: string;
            /** @example ethereum */
            network: string;
            /**
             * @description Base units: a text, since no number holds all of them.
             * @example 25000000
             */
            amountUnits: string;
            /** @description Whole won; null until it is credited. */
            amountKrw: number | null;
            /** @description Of the won, what paid back a debt. */
            debtPaidKrw: number;
            /** @description Transaction. */
            txid: string;
            /** @description Which output or log entry of it. */
            outputIndex: number;
            address: string | null;
            confirmations: number;
            confirmationsNeeded: number | null;
            /**
             * Format: uuid
             * @description The rate that was used.
             */
            rateQuoteId: string | null;
            /** Format: uuid */
            transferId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            creditedAt: string | null;
        };
        DepositPageDto: {
            items: components["schemas"]["DepositDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        DepositStepDto: {
            /** @enum {string} */
            status: "detected" | "confirming" | "confirmed" | "credited" | "under_min" | "unsupported_asset" | "unknown_address" | "rate_hold" | "limit_hold" | "aml_hold" | "manual_review" | "orphaned" | "reversed";
            confirmations: number;
            /** Format: date-time */
            at: string;
        };
        DepositDetailDto: {
            /** Format: uuid */
            depositId: string;
            /**
             * @description `limit_hold`: it would pass your own limit of deposits and is credited when that has room for all of it (see /me/limits). `rate_hold`: it waits for a rate.
             * @enum {string}
             */
            status: "detected" | "confirming" | "confirmed" | "credited" | "under_min" | "unsupported_asset" | "unknown_address" | "rate_hold" | "limit_hold" | "aml_hold" | "manual_review" | "orphaned" | "reversed";
            /** @example USDT */
            asset: string;
            /** @example ethereum */
            network: string;
            /**
             * @description Base units: a text, since no number holds all of them.
             * @example 25000000
             */
            amountUnits: string;
            /** @description Whole won; null until it is credited. */
            amountKrw: number | null;
            /** @description Of the won, what paid back a debt. */
            debtPaidKrw: number;
            /** @description Transaction. */
            txid: string;
            /** @description Which output or log entry of it. */
            outputIndex: number;
            address: string | null;
            confirmations: number;
            confirmationsNeeded: number | null;
            /**
             * Format: uuid
             * @description The rate that was used.
             */
            rateQuoteId: string | null;
            /** Format: uuid */
            transferId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            creditedAt: string | null;
            /** @description How it came there, oldest first. */
            steps: components["schemas"]["DepositStepDto"][];
        };
        StaffDepositDto: {
            /** Format: uuid */
            depositId: string;
            /**
             * @description `limit_hold`: it would pass your own limit of deposits and is credited when that has room for all of it (see /me/limits). `rate_hold`: it waits for a rate.
             * @enum {string}
             */
            status: "detected" | "confirming" | "confirmed" | "credited" | "under_min" | "unsupported_asset" | "unknown_address" | "rate_hold" | "limit_hold" | "aml_hold" | "manual_review" | "orphaned" | "reversed";
            /** @example USDT */
            asset: string;
            /** @example ethereum */
            network: string;
            /**
             * @description Base units: a text, since no number holds all of them.
             * @example 25000000
             */
            amountUnits: string;
            /** @description Whole won; null until it is credited. */
            amountKrw: number | null;
            /** @description Of the won, what paid back a debt. */
            debtPaidKrw: number;
            /** @description Transaction. */
            txid: string;
            /** @description Which output or log entry of it. */
            outputIndex: number;
            address: string | null;
            confirmations: number;
            confirmationsNeeded: number | null;
            /**
             * Format: uuid
             * @description The rate that was used.
             */
            rateQuoteId: string | null;
            /** Format: uuid */
            transferId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            creditedAt: string | null;
            /**
             * Format: uuid
             * @description Null: nobody’s address.
             */
            userId: string | null;
            /** @enum {string|null} */
            resolution: "released" | "rejected" | null;
            resolutionReason: string | null;
            /** Format: uuid */
            resolvedBy: string | null;
        };
        StaffDepositPageDto: {
            items: components["schemas"]["StaffDepositDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        StaffDepositDetailDto: {
            /** Format: uuid */
            depositId: string;
            /**
             * @description `limit_hold`: it would pass your own limit of deposits and is credited when that has room for all of it (see /me/limits). `rate_hold`: it waits for a rate.
             * @enum {string}
             */
            status: "detected" | "confirming" | "confirmed" | "credited" | "under_min" | "unsupported_asset" | "unknown_address" | "rate_hold" | "limit_hold" | "aml_hold" | "manual_review" | "orphaned" | "reversed";
            /** @example USDT */
            asset: string;
            /** @example ethereum */
            network: string;
            /**
             * @description Base units: a text, since no number holds all of them.
             * @example 25000000
             */
            amountUnits: string;
            /** @description Whole won; null until it is credited. */
            amountKrw: number | null;
            /** @description Of the won, what paid back a debt. */
            debtPaidKrw: number;
            /** @description Transaction. */
            txid: string;
            /** @description Which output or log entry of it. */
            outputIndex: number;
            address: string | null;
            confirmations: number;
            confirmationsNeeded: number | null;
            /**
             * Format: uuid
             * @description The rate that was used.
             */
            rateQuoteId: string | null;
            /** Format: uuid */
            transferId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            creditedAt: string | null;
            /**
             * Format: uuid
             * @description Null: nobody’s address.
             */
            userId: string | null;
            /** @enum {string|null} */
            resolution: "released" | "rejected" | null;
            resolutionReason: string | null;
            /** Format: uuid */
            resolvedBy: string | null;
            /** @description How it came there, oldest first. */
            steps: components["schemas"]["DepositStepDto"][];
        };
        ReleaseDto: {
            /**
             * @description Kept with what was done. It is not shown to the player.
             * @example Called on 12 March about a lost telephone.
             */
            reason: string;
            /**
             * Format: uuid
             * @description Whose it is, where its address is nobody’s.
             */
            userId?: string;
        };
        ReleaseOutcomeDto: {
            /** @enum {string} */
            outcome: "released" | "proposed";
            /**
             * Format: uuid
             * @description With `proposed`: what a second person decides.
             */
            requestId?: string;
            deposit?: components["schemas"]["StaffDepositDto"];
        };
        ReasonDto: {
            /**
             * @description Kept with what was done. It is not shown to the player.
             * @example Called on 12 March about a lost telephone.
             */
            reason: string;
        };
        FreezeDto: {
            /** Format: uuid */
            freezeId: string;
            /** Format: uuid */
            userId: string;
            reason: string;
            /** Format: uuid */
            depositId: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        FreezesDto: {
            items: components["schemas"]["FreezeDto"][];
        };
        FaucetDto: {
            /**
             * @description Whole won.
             * @example 1000000
             */
            amountKrw: number;
        };
        FaucetPaymentDto: {
            paymentId: string;
        };
        HandListItemDto: {
            /** Format: uuid */
            handId: string;
            /** Format: uuid */
            tableId: string;
            /** @description Counts the hands of the table. */
            handNo: number;
            /** @enum {string} */
            outcome: "settled" | "voided";
            /** @description Whole won that you won; below 0 where you lost them. */
            netKrw: number;
            /** @description Whole won that all put in, without what was returned. */
            potKrw: number;
            /** Format: date-time */
            endedAt: string;
        };
        HandPageDto: {
            items: components["schemas"]["HandListItemDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        HandDto: {
            /** Format: uuid */
            handId: string;
            /** Format: uuid */
            tableId: string;
            /** @description Counts the hands of the table. */
            handNo: number;
            /** @enum {string} */
            outcome: "settled" | "voided";
            /** @description The cards of the board, as `AhKd2c`. */
            board: string;
            /** @description The whole board of the second run; null where the hand was run once. */
            secondBoard: string | null;
            /** @description Whole won. */
            potKrw: number;
            /** @description Whole won. */
            rakeKrw: number;
            /** @description Your seat, counted from 0. */
            seat: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string;
            /**
             * @description Yours; empty where the hand ended before its cards were kept.
             * @example [
             *       "Ah",
             *       "Kd"
             *     ]
             */
            ownCards: string[];
            /** @description The hand as everybody at the table saw it, with what was shown after it; of others only cards that were shown. */
            events: {
                [key: string]: unknown;
            }[];
            /** @description What `npm run verify-hand` checks: docs/reference/hand-record.md. Null for a hand without a root. */
            fairness: {
                [key: string]: unknown;
            } | null;
        };
        PlayerItemDto: {
            /** Format: uuid */
            userId: string;
            /** @example RiverRat */
            nickname: string;
            /** @example player@example.com */
            email: string;
            /** @enum {string} */
            role: "player" | "support" | "cashier" | "risk" | "admin";
            /** @enum {string} */
            status: "active" | "frozen" | "closed";
            /** Format: date-time */
            createdAt: string;
        };
        PlayerPageDto: {
            items: components["schemas"]["PlayerItemDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        PlayerBalanceDto: {
            /** @example 250000 */
            availableKrw: number;
            /** @example 100000 */
            inPlayKrw: number;
            /** @example 0 */
            heldKrw: number;
        };
        PlayerSeatDto: {
            /** Format: uuid */
            tableId: string;
            /** @example Seoul 1 */
            table: string;
            /** @example 3 */
            seat: number;
            /** @example 100000 */
            stackKrw: number;
            /** Format: date-time */
            openedAt: string;
        };
        PlayerSessionDto: {
            /** Format: uuid */
            sessionId: string;
            /** @example Mozilla/5.0 */
            userAgent: string;
            /** @example 203.0.113.7 */
            address: string;
            /** @description Whether it has shown a second factor. */
            hasSecondFactor: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string;
        };
        PlayerDepositDto: {
            /** Format: uuid */
            depositId: string;
            /** @example BTC */
            asset: string;
            /** @example credited */
            status: string;
            /** @example 500000 */
            amountKrw: number | null;
            /** Format: date-time */
            createdAt: string;
        };
        NoteDto: {
            /** @example Asked for a higher limit by telephone. */
            text: string;
            /** Format: uuid */
            authorId: string;
            /** @example Suyeon */
            author: string;
            /** Format: date-time */
            createdAt: string;
        };
        PlayerDto: {
            /** Format: uuid */
            userId: string;
            /** @example RiverRat */
            nickname: string;
            /** @example player@example.com */
            email: string;
            /** @enum {string} */
            role: "player" | "support" | "cashier" | "risk" | "admin";
            /** @enum {string} */
            status: "active" | "frozen" | "closed";
            /** Format: date-time */
            createdAt: string;
            /** @description Why the account stands as it does. */
            statusReason: string | null;
            /** Format: date-time */
            statusChangedAt: string | null;
            /** Format: date-time */
            passwordChangedAt: string | null;
            /** Format: date-time */
            factorEnabledAt: string | null;
            balance: components["schemas"]["PlayerBalanceDto"];
            /** @description Where the player sits now. */
            seats: components["schemas"]["PlayerSeatDto"][];
            /** @description Living ones, the newest ten. */
            sessions: components["schemas"]["PlayerSessionDto"][];
            /** @description The last ten. */
            deposits: components["schemas"]["PlayerDepositDto"][];
            /** @description The last twenty. */
            notes: components["schemas"]["NoteDto"][];
        };
        EndedSessionsDto: {
            /** @example 2 */
            endedSessions: number;
        };
        NewNoteDto: {
            /** @example Asked for a higher limit by telephone. */
            text: string;
        };
        RoleChangeDto: {
            /**
             * @description Kept with what was done. It is not shown to the player.
             * @example Called on 12 March about a lost telephone.
             */
            reason: string;
            /**
             * @description The code that your second factor shows.
             * @example 123456
             */
            code: string;
            /**
             * @description `player` takes the role away.
             * @enum {string}
             */
            role: "player" | "support" | "cashier" | "risk" | "admin";
        };
        AccountChangeOutcomeDto: {
            /** @enum {string} */
            outcome: "done" | "requested" | "unchanged";
            /**
             * Format: uuid
             * @description With `requested`: what a second person decides.
             */
            requestId: string | null;
        };
        ProvenReasonDto: {
            /**
             * @description Kept with what was done. It is not shown to the player.
             * @example Called on 12 March about a lost telephone.
             */
            reason: string;
            /**
             * @description The code that your second factor shows.
             * @example 123456
             */
            code: string;
        };
        AdjustmentItemDto: {
            /** Format: uuid */
            adjustmentId: string;
            /** Format: uuid */
            userId: string;
            /**
             * @description Whole won; below 0 where it went out.
             * @example -50000
             */
            amountKrw: number;
            /** @enum {string} */
            state: "posted" | "pending" | "rejected" | "expired";
            reason: string;
            message: string | null;
            /** Format: uuid */
            askedBy: string;
            /** Format: uuid */
            approvedBy: string | null;
            /** Format: uuid */
            transferId: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        AdjustmentPageDto: {
            items: components["schemas"]["AdjustmentItemDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        AdjustmentDto: {
            /**
             * @description Kept with what was done. It is not shown to the player.
             * @example Called on 12 March about a lost telephone.
             */
            reason: string;
            /**
             * Format: uuid
             * @description Whose wallet.
             */
            userId: string;
            /**
             * @description Into the wallet, or out of it.
             * @example credit
             * @enum {string}
             */
            direction: "credit" | "debit";
            /**
             * @description Whole won.
             * @example 50000
             */
            amountKrw: number;
            /**
             * @description Written out, so that nobody means another one.
             * @enum {string}
             */
            currency: "KRW";
            /**
             * @description What the player reads in the history.
             * @example Compensation for a hand that was voided.
             */
            message?: string;
        };
        AdjustmentPreviewDto: {
            /**
             * @description Whether a second person is needed.
             * @enum {string}
             */
            route: "alone" | "by_two";
            /**
             * @description Whole won that can be used now.
             * @example 200000
             */
            availableKrw: number;
            /**
             * @description Whole won that could be used after it.
             * @example 250000
             */
            availableAfterKrw: number;
        };
        AdjustmentOutcomeDto: {
            /** Format: uuid */
            adjustmentId: string;
            /** @enum {string} */
            outcome: "posted" | "requested";
            /**
             * Format: uuid
             * @description Of the ledger.
             */
            transferId: string | null;
            /**
             * Format: uuid
             * @description Of the request that waits for a second person.
             */
            requestId: string | null;
        };
        RequestDto: {
            /** Format: uuid */
            requestId: string;
            /** @example adjustment */
            kind: string;
            /** @description What it is about: a player, a table, a switch. */
            subjectId: string;
            /**
             * Format: uuid
             * @description Whom it profits.
             */
            beneficiaryId: string | null;
            /**
             * @description What is done when it is approved.
             * @example {
             *       "amountKrw": 300000,
             *       "currency": "KRW"
             *     }
             */
            payload: {
                [key: string]: unknown;
            };
            /** @description Send it back to approve exactly this. */
            payloadHash: string;
            /** @example Compensation for the void hand of table 3. */
            reason: string;
            /** @enum {string} */
            status: "pending" | "approved" | "rejected" | "expired";
            /** Format: uuid */
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            decisionReason: string | null;
            /** @description Whether you may approve it. */
            isYoursToApprove: boolean;
        };
        RequestPageDto: {
            items: components["schemas"]["RequestDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        ApprovalDto: {
            /**
             * @description Kept with what was done. It is not shown to the player.
             * @example Called on 12 March about a lost telephone.
             */
            reason: string;
            /**
             * @description `payloadHash` of the request that you looked at.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            payloadHash: string;
        };
        SwitchDto: {
            /** @example sending */
            name: string;
            /** @description True: it works. */
            isOn: boolean;
            /** @example The gateway answers slowly. */
            reason: string;
            /** @description Who switched it: a user’s id, or a part of the system. */
            actor: string;
            /** Format: date-time */
            changedAt: string;
        };
        SwitchListDto: {
            items: components["schemas"]["SwitchDto"][];
        };
        SwitchChangeDto: {
            /**
             * @description Kept with what was done. It is not shown to the player.
             * @example Called on 12 March about a lost telephone.
             */
            reason: string;
            /**
             * @description False: stop it.
             * @example false
             */
            isOn: boolean;
        };
        SwitchOutcomeDto: {
            /** @enum {string} */
            outcome: "done" | "unchanged" | "requested";
            /**
             * Format: uuid
             * @description Of the request that waits for a second person.
             */
            requestId: string | null;
        };
        TableDto: {
            /** Format: uuid */
            tableId: string;
            /** @example Seoul 7 */
            name: string;
            /** Format: uuid */
            stakesId: string;
            /** @example 1k/2k */
            stakes: string;
            /** @example main */
            pool: string;
            /** @enum {string} */
            status: "open" | "closed";
            /**
             * @description Seats that are taken.
             * @example 4
             */
            seated: number;
            /**
             * @description The last hand that was played.
             * @example 1204
             */
            handNo: number;
            /**
             * @description What it plays by, under the names that change it.
             * @example {
             *       "maxSeats": 6,
             *       "actionTimeoutMs": 15000
             *     }
             */
            settings: {
                [key: string]: unknown;
            };
        };
        TableListDto: {
            items: components["schemas"]["TableDto"][];
        };
        NewTableDto: {
            /**
             * @description Smallest buy-in, in big blinds.
             * @example 40
             */
            minBuyInBb?: number;
            /**
             * @description Largest buy-in, in big blinds.
             * @example 100
             */
            maxBuyInBb?: number;
            /**
             * @description A hand begins with so many players.
             * @example 2
             */
            minPlayersToStart?: number;
            /**
             * @description Milliseconds for one action.
             * @example 15000
             */
            actionTimeoutMs?: number;
            /**
             * @description Milliseconds of a player’s time bank.
             * @example 30000
             */
            timeBankMs?: number;
            /**
             * @description Milliseconds that a showdown is shown.
             * @example 3000
             */
            showdownPauseMs?: number;
            /**
             * @description Who left comes back with less only after so many milliseconds.
             * @example 3600000
             */
            ratholeWindowMs?: number;
            /**
             * @description Who is away loses the seat after so many milliseconds.
             * @example 900000
             */
            awayRemovalMs?: number;
            /**
             * @description A seat is kept for who waits for so many milliseconds.
             * @example 30000
             */
            seatOfferMs?: number;
            /**
             * @description Who may straddle.
             * @enum {string}
             */
            straddle?: "none" | "under_the_gun" | "button";
            /**
             * @description Whether an all-in may be run twice.
             * @example false
             */
            runItTwice?: boolean;
            /**
             * @description Whether undealt cards may be asked for.
             * @example false
             */
            rabbitHunt?: boolean;
            /** @example Seoul 7 */
            name: string;
            /** Format: uuid */
            stakesId: string;
            /**
             * @description The nodes that host it: `TABLE_POOL`.
             * @example main
             */
            pool?: string;
            /**
             * @description Seats.
             * @example 6
             */
            maxSeats?: number;
            /**
             * @description How bets are limited.
             * @enum {string}
             */
            structure?: "no-limit" | "pot-limit" | "fixed-limit";
        };
        TableChangeDto: {
            /**
             * @description Smallest buy-in, in big blinds.
             * @example 40
             */
            minBuyInBb?: number;
            /**
             * @description Largest buy-in, in big blinds.
             * @example 100
             */
            maxBuyInBb?: number;
            /**
             * @description A hand begins with so many players.
             * @example 2
             */
            minPlayersToStart?: number;
            /**
             * @description Milliseconds for one action.
             * @example 15000
             */
            actionTimeoutMs?: number;
            /**
             * @description Milliseconds of a player’s time bank.
             * @example 30000
             */
            timeBankMs?: number;
            /**
             * @description Milliseconds that a showdown is shown.
             * @example 3000
             */
            showdownPauseMs?: number;
            /**
             * @description Who left comes back with less only after so many milliseconds.
             * @example 3600000
             */
            ratholeWindowMs?: number;
            /**
             * @description Who is away loses the seat after so many milliseconds.
             * @example 900000
             */
            awayRemovalMs?: number;
            /**
             * @description A seat is kept for who waits for so many milliseconds.
             * @example 30000
             */
            seatOfferMs?: number;
            /**
             * @description Who may straddle.
             * @enum {string}
             */
            straddle?: "none" | "under_the_gun" | "button";
            /**
             * @description Whether an all-in may be run twice.
             * @example false
             */
            runItTwice?: boolean;
            /**
             * @description Whether undealt cards may be asked for.
             * @example false
             */
            rabbitHunt?: boolean;
            /** @example Seoul 7 */
            name?: string;
            /** Format: uuid */
            stakesId?: string;
            /**
             * @description The nodes that host it: `TABLE_POOL`.
             * @example main
             */
            pool?: string;
            /**
             * @description Seats.
             * @example 6
             */
            maxSeats?: number;
            /**
             * @description How bets are limited.
             * @enum {string}
             */
            structure?: "no-limit" | "pot-limit" | "fixed-limit";
        };
        StakesDto: {
            /** Format: uuid */
            stakesId: string;
            /** @example 1k/2k */
            name: string;
            /** @example 1000 */
            smallBlindKrw: number;
            /** @example 2000 */
            bigBlindKrw: number;
            /**
             * @description Of each player.
             * @example 0
             */
            anteKrw: number;
            /**
             * @description Of the big blind for all.
             * @example 0
             */
            bigBlindAnteKrw: number;
            /**
             * @description Tables that play them, closed ones included.
             * @example 3
             */
            tables: number;
        };
        StakesListDto: {
            items: components["schemas"]["StakesDto"][];
        };
        NewStakesDto: {
            /** @example 1k/2k */
            name: string;
            /** @example 1000 */
            smallBlindKrw: number;
            /** @example 2000 */
            bigBlindKrw: number;
            /**
             * @description Of each player.
             * @example 0
             */
            anteKrw?: number;
            /**
             * @description Of the big blind for all.
             * @example 0
             */
            bigBlindAnteKrw?: number;
        };
        WithdrawDto: {
            /**
             * @description What is sent.
             * @example BTC
             */
            asset: string;
            /**
             * @description Where it is sent.
             * @enum {string}
             */
            network: "bitcoin" | "ethereum";
            /**
             * @description Of this network, with its checksum; never of a test network.
             * @example bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4
             */
            address: string;
            /**
             * @description Whole won; the fee is taken on top.
             * @example 250000
             */
            amountKrw: number;
            /**
             * @description The code that your second factor shows.
             * @example 123456
             */
            code: string;
        };
        WithdrawalDto: {
            /** Format: uuid */
            withdrawalId: string;
            /** @enum {string} */
            status: "requested" | "cooling" | "approved" | "queued" | "submitting" | "submitted" | "confirming" | "completed" | "unknown" | "cancelled_by_user" | "rejected" | "expired" | "failed_returned";
            /** @example BTC */
            asset: string;
            /** @enum {string} */
            network: "bitcoin" | "ethereum";
            address: string;
            /** @description Whole won. */
            amountKrw: number;
            /** @description Whole won, on top of the amount. */
            feeKrw: number;
            /** @description Whole won that were set aside. */
            totalKrw: number;
            /** @description Base units that the amount was worth when it was asked for. */
            quotedUnits: string;
            /** @description Base units that are sent, at the rate of the moment of sending; null before it. */
            amountUnits: string | null;
            /** @description Null until it is on the network. */
            txid: string | null;
            confirmations: number;
            /**
             * Format: date-time
             * @description Not sent before then, and can be cancelled until it is sent.
             */
            coolingUntil: string;
            /** @description True where staff have to look at it first. */
            needsApproval: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
        };
        WithdrawQuoteDto: {
            /** @description Whole won that would be sent. */
            amountKrw: number;
            /** @description Whole won on top, for the network. */
            feeKrw: number;
            /** @description Whole won that would leave the wallet. */
            totalKrw: number;
            /**
             * @description Base units that the amount is worth now. The rate of the moment of sending is what counts.
             * @example 168000
             */
            amountUnits: string;
            /** @description The smallest amount, in whole won. */
            minKrw: number;
        };
        WithdrawalPageDto: {
            items: components["schemas"]["WithdrawalDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        WithdrawalEventDto: {
            /** @enum {string} */
            status: "requested" | "cooling" | "approved" | "queued" | "submitting" | "submitted" | "confirming" | "completed" | "unknown" | "cancelled_by_user" | "rejected" | "expired" | "failed_returned";
            /** Format: date-time */
            at: string;
            /** @description Where somebody gave one. */
            reason?: string | null;
        };
        WithdrawalDetailDto: {
            /** Format: uuid */
            withdrawalId: string;
            /** @enum {string} */
            status: "requested" | "cooling" | "approved" | "queued" | "submitting" | "submitted" | "confirming" | "completed" | "unknown" | "cancelled_by_user" | "rejected" | "expired" | "failed_returned";
            /** @example BTC */
            asset: string;
            /** @enum {string} */
            network: "bitcoin" | "ethereum";
            address: string;
            /** @description Whole won. */
            amountKrw: number;
            /** @description Whole won, on top of the amount. */
            feeKrw: number;
            /** @description Whole won that were set aside. */
            totalKrw: number;
            /** @description Base units that the amount was worth when it was asked for. */
            quotedUnits: string;
            /** @description Base units that are sent, at the rate of the moment of sending; null before it. */
            amountUnits: string | null;
            /** @description Null until it is on the network. */
            txid: string | null;
            confirmations: number;
            /**
             * Format: date-time
             * @description Not sent before then, and can be cancelled until it is sent.
             */
            coolingUntil: string;
            /** @description True where staff have to look at it first. */
            needsApproval: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
            /** @description What happened, in its order. */
            events: components["schemas"]["WithdrawalEventDto"][];
        };
        StaffWithdrawalDto: {
            /** Format: uuid */
            withdrawalId: string;
            /** @enum {string} */
            status: "requested" | "cooling" | "approved" | "queued" | "submitting" | "submitted" | "confirming" | "completed" | "unknown" | "cancelled_by_user" | "rejected" | "expired" | "failed_returned";
            /** @example BTC */
            asset: string;
            /** @enum {string} */
            network: "bitcoin" | "ethereum";
            address: string;
            /** @description Whole won. */
            amountKrw: number;
            /** @description Whole won, on top of the amount. */
            feeKrw: number;
            /** @description Whole won that were set aside. */
            totalKrw: number;
            /** @description Base units that the amount was worth when it was asked for. */
            quotedUnits: string;
            /** @description Base units that are sent, at the rate of the moment of sending; null before it. */
            amountUnits: string | null;
            /** @description Null until it is on the network. */
            txid: string | null;
            confirmations: number;
            /**
             * Format: date-time
             * @description Not sent before then, and can be cancelled until it is sent.
             */
            coolingUntil: string;
            /** @description True where staff have to look at it first. */
            needsApproval: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
            /** Format: uuid */
            userId: string;
            /** @description Names player, asset, network, address, amount and fee. */
            revision: string;
            /** @description How many persons have to approve it. */
            personsNeeded: number;
            /** @description How many have. */
            approvals: number;
            /**
             * Format: date-time
             * @description Goes back to the player if not approved by.
             */
            expiresAt: string;
        };
        StaffWithdrawalPageDto: {
            items: components["schemas"]["StaffWithdrawalDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        StaffWithdrawalDetailDto: {
            /** Format: uuid */
            withdrawalId: string;
            /** @enum {string} */
            status: "requested" | "cooling" | "approved" | "queued" | "submitting" | "submitted" | "confirming" | "completed" | "unknown" | "cancelled_by_user" | "rejected" | "expired" | "failed_returned";
            /** @example BTC */
            asset: string;
            /** @enum {string} */
            network: "bitcoin" | "ethereum";
            address: string;
            /** @description Whole won. */
            amountKrw: number;
            /** @description Whole won, on top of the amount. */
            feeKrw: number;
            /** @description Whole won that were set aside. */
            totalKrw: number;
            /** @description Base units that the amount was worth when it was asked for. */
            quotedUnits: string;
            /** @description Base units that are sent, at the rate of the moment of sending; null before it. */
            amountUnits: string | null;
            /** @description Null until it is on the network. */
            txid: string | null;
            confirmations: number;
            /**
             * Format: date-time
             * @description Not sent before then, and can be cancelled until it is sent.
             */
            coolingUntil: string;
            /** @description True where staff have to look at it first. */
            needsApproval: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
            /** Format: uuid */
            userId: string;
            /** @description Names player, asset, network, address, amount and fee. */
            revision: string;
            /** @description How many persons have to approve it. */
            personsNeeded: number;
            /** @description How many have. */
            approvals: number;
            /**
             * Format: date-time
             * @description Goes back to the player if not approved by.
             */
            expiresAt: string;
            /** @description What was looked at when it was asked for: sums of a day, lines, new address. */
            checked: Record<string, never>;
            /** @description What happened, by whom, in its order. */
            events: Record<string, never>[];
            /** @description The player’s last ten deposits. */
            deposits: Record<string, never>[];
            /** @description The player’s last ten sessions: device, address. */
            devices: Record<string, never>[];
        };
        ApproveWithdrawalDto: {
            /**
             * @description Kept with what was done. It is not shown to the player.
             * @example Called on 12 March about a lost telephone.
             */
            reason: string;
            /**
             * @description The code that your second factor shows.
             * @example 123456
             */
            code: string;
            /** @description `revision` of the withdrawal as you looked at it. */
            revision: string;
        };
        DecideWithdrawalDto: {
            /**
             * @description Kept with what was done. It is not shown to the player.
             * @example Called on 12 March about a lost telephone.
             */
            reason: string;
            /**
             * @description The code that your second factor shows.
             * @example 123456
             */
            code: string;
        };
        ResolveWithdrawalDto: {
            /**
             * @description Kept with what was done. It is not shown to the player.
             * @example Called on 12 March about a lost telephone.
             */
            reason: string;
            /**
             * @description The code that your second factor shows.
             * @example 123456
             */
            code: string;
            /**
             * @description `failed_returned`: it was never sent and goes back. `completed`: it was paid, as its transaction shows.
             * @enum {string}
             */
            outcome: "completed" | "failed_returned";
            /**
             * @description With `completed`: the transaction that you have seen on the chain.
             * @example b6f6991d03df0e2e04dafffcd6bc418aac66049e2cd74b80f14ac86db1e3f0da
             */
            txid?: string;
        };
        ResolveOutcomeDto: {
            /**
             * Format: uuid
             * @description What a second person decides.
             */
            requestId: string;
        };
        NextLimitDto: {
            /** @description Whole won; null: no limit. */
            amountKrw: number | null;
            /** Format: date-time */
            from: string;
        };
        LimitDto: {
            /** @enum {string} */
            kind: "deposit" | "loss";
            /**
             * @description In Seoul; a week begins on Monday.
             * @enum {string}
             */
            period: "day" | "week" | "month";
            /** @description What holds now; null: no limit. */
            amountKrw: number | null;
            /** @description What was used in the period that runs: deposits, or losses less wins; below 0 after wins. */
            usedKrw: number;
            /**
             * Format: date-time
             * @description When the period that runs began.
             */
            periodFrom: string;
            /** @description A looser limit that was asked for and holds later. */
            next: components["schemas"]["NextLimitDto"] | null;
        };
        LimitsDto: {
            items: components["schemas"]["LimitDto"][];
        };
        SetLimitDto: {
            /**
             * @description Whole won.
             * @example 100000
             */
            amountKrw: number;
        };
        ExclusionDto: {
            /** @description True while you cannot play. Withdrawals stay possible. */
            isExcluded: boolean;
            /** @enum {string|null} */
            kind: "cool_off" | "self_exclusion" | null;
            /**
             * Format: date-time
             * @description Null: for ever.
             */
            until: string | null;
        };
        ExcludeDto: {
            /**
             * @example cool_off
             * @enum {string}
             */
            kind: "cool_off" | "self_exclusion";
            /**
             * @description Of a cool-off.
             * @enum {number}
             */
            days?: 1 | 7 | 30;
            /**
             * @description Of a self-exclusion; null: for ever.
             * @enum {number|null}
             */
            months?: 6 | 12 | 60 | null;
        };
        NextLevelDto: {
            /** @enum {string} */
            level: "bronze" | "silver" | "gold" | "platinum" | "diamond";
            /** @description Share of a week’s rake that is paid back, basis points: 2500 are 25 %. */
            rakebackBp: number;
            /** @description Whole won of rake that are missing. */
            missingKrw: number;
            /** @description Of the way from your level, basis points. */
            progressBp: number;
        };
        VipStandingDto: {
            /** @enum {string} */
            level: "bronze" | "silver" | "gold" | "platinum" | "diamond";
            /** @description Share of a week’s rake that is paid back, basis points: 2500 are 25 %. */
            rakebackBp: number;
            /** @description Whole won of rake over the last 30 days: your level follows. */
            runningRakeKrw: number;
            /** @description Whole won of rake since Monday. */
            weekRakeKrw: number;
            /** @description What the week would pay back if it ended now, whole won. */
            expectedRakebackKrw: number;
            /** Format: date-time */
            nextPaymentAt: string;
            /** @description Null at the highest level. */
            next: components["schemas"]["NextLevelDto"] | null;
        };
        RakebackWeekDto: {
            /**
             * @description Monday to Sunday in Seoul, by ISO 8601.
             * @example 2026-W47
             */
            week: string;
            /** @description Whole won of rake in the week. */
            rakeKrw: number;
            /**
             * @description At the end of the week.
             * @enum {string}
             */
            level: "bronze" | "silver" | "gold" | "platinum" | "diamond";
            /** @description Share of a week’s rake that is paid back, basis points: 2500 are 25 %. */
            rakebackBp: number;
            /** @description Whole won paid back. */
            rakebackKrw: number;
            /**
             * Format: date-time
             * @description Null while it is on its way.
             */
            paidAt: string | null;
            /**
             * Format: uuid
             * @description Its row of the history.
             */
            transferId: string | null;
        };
        RakebackWeekPageDto: {
            items: components["schemas"]["RakebackWeekDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        TermsDto: {
            /** @description Share of the pots, basis points: 500 are 5 %. */
            rateBp: number;
            /** @description The most that one hand pays, whole won. */
            capKrw: number;
            /**
             * Format: date-time
             * @description Hands that start from then on are raked by them; null: from the beginning.
             */
            effectiveFrom: string | null;
            /**
             * Format: uuid
             * @description The request that two persons decided about.
             */
            requestId: string | null;
            /** @description Whether a hand that starts now is raked by them. */
            inForce: boolean;
        };
        StakesRakeDto: {
            /** Format: uuid */
            stakesId: string;
            name: string;
            /** @description Whole won. */
            smallBlindKrw: number;
            /** @description Whole won. */
            bigBlindKrw: number;
            /** @description Oldest first, those to come included. */
            terms: components["schemas"]["TermsDto"][];
        };
        RakeChangeDto: {
            /** Format: uuid */
            stakesId: string;
            /** @description Basis points: 500 are 5 %. */
            rateBp: number;
            /** @description The most that one hand pays: 10 big blinds at most. */
            capKrw: number;
            /**
             * Format: date-time
             * @description With its offset; ten minutes after the approval at the earliest.
             * @example 2026-12-01T04:00:00+09:00
             */
            effectiveFrom: string;
            reason: string;
        };
        RakeRequestDto: {
            /** Format: uuid */
            requestId: string;
            /** @enum {string} */
            status: "pending" | "approved" | "rejected" | "expired";
            /** @description The terms asked for. */
            payload: {
                [key: string]: unknown;
            };
            /** @description An approval names it: of anything else it is refused. */
            payloadHash: string;
            reason: string;
            /** Format: uuid */
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        RakeRequestPageDto: {
            items: components["schemas"]["RakeRequestDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        RakebackRunDto: {
            /** @example 2026-W47 */
            week: string;
            /**
             * Format: date-time
             * @description Nothing is counted into it since then.
             */
            closedAt: string;
            /** Format: date-time */
            owedAt: string | null;
            /**
             * Format: date-time
             * @description To everybody.
             */
            paidAt: string | null;
            /** @description To whom something is owed. */
            players: number;
            /** @description Owed to all of them, whole won. */
            rakebackKrw: number;
            /** @description Players who wait for their payment. */
            unpaid: number;
            /** @description Tries of the job. */
            attempts: number | null;
            /** @description What ended the last try. */
            lastError: string | null;
        };
        RakebackRunPageDto: {
            items: components["schemas"]["RakebackRunDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        RakebackPaymentDto: {
            /**
             * @description Monday to Sunday in Seoul, by ISO 8601.
             * @example 2026-W47
             */
            week: string;
            /** @description Whole won of rake in the week. */
            rakeKrw: number;
            /**
             * @description At the end of the week.
             * @enum {string}
             */
            level: "bronze" | "silver" | "gold" | "platinum" | "diamond";
            /** @description Share of a week’s rake that is paid back, basis points: 2500 are 25 %. */
            rakebackBp: number;
            /** @description Whole won paid back. */
            rakebackKrw: number;
            /**
             * Format: date-time
             * @description Null while it is on its way.
             */
            paidAt: string | null;
            /**
             * Format: uuid
             * @description Its row of the history.
             */
            transferId: string | null;
            /** Format: uuid */
            userId: string;
            nickname: string;
        };
        RakebackPaymentPageDto: {
            items: components["schemas"]["RakebackPaymentDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        AuditEventDto: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            recordedAt: string;
            /** @description Null: somebody who is not known. */
            actorId: string | null;
            /** @example risk */
            actorRole: string;
            /** @example player.freeze */
            action: string;
            /** @example player:0190a7c2-0000-7000-8000-000000000001 */
            subject: string;
            /** @enum {string} */
            outcome: "done" | "refused" | "failed";
            /** @example Asked for by the player. */
            reason: string | null;
            /**
             * @example {
             *       "sessionsClosed": 2
             *     }
             */
            details: {
                [key: string]: unknown;
            };
            requestId: string | null;
        };
        AuditEventPageDto: {
            items: components["schemas"]["AuditEventDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        SealedBlockDto: {
            /** @example 4711 */
            height: number;
            /**
             * @description Number of its first transaction.
             * @example 81234
             */
            fromXid: string;
            /**
             * @description Number of the first one after it.
             * @example 81270
             */
            belowXid: string;
            /** @example 12 */
            records: number;
            /** @description Merkle root of RFC 6962 over its records, in hex. */
            root: string;
            /** @description Head of the block before it, in hex. */
            previousHead: string;
            /** Format: date-time */
            sealedAt: string;
            /** @description Which key signed the head. */
            keyId: string;
            /** @description SHA-256 of the canonical header, in hex. */
            head: string;
            /** @description Ed25519 over `cardroom audit block ` and the head, in base64. */
            signature: string;
        };
        SealProofDto: {
            /**
             * @description Place in its block, counted from 0.
             * @example 3
             */
            index: number;
            /** @description Hashes beside the way to the root, lowest first. */
            path: string[];
            block: components["schemas"]["SealedBlockDto"];
            /** @description In PEM; trust the published one. */
            publicKey: string | null;
        };
        TransferAuditDto: {
            /** @description Leaf hash of RFC 6962 over the sealed record, in hex. */
            leafHash: string;
            /** @description Null for the second it waits. */
            seal: components["schemas"]["SealProofDto"] | null;
            /** @description The transfer with its entries, as it is sealed. */
            record: {
                [key: string]: unknown;
            };
        };
        FindingDto: {
            /** Format: uuid */
            id: string;
            /**
             * @example gateway
             * @enum {string}
             */
            kind: "gateway" | "seats" | "rake" | "holds";
            /** @example asset:BTC */
            subject: string;
            /**
             * @description As the books have it: won, or base units.
             * @example 150000
             */
            expected: string;
            /**
             * @description As the other side has it.
             * @example 140000
             */
            found: string;
            /** @enum {string} */
            status: "open" | "explained" | "closed";
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** @example 3 */
            timesSeen: number;
            /** Format: uuid */
            resolvedBy: string | null;
            resolution: string | null;
        };
        FindingPageDto: {
            items: components["schemas"]["FindingDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        FindingResolutionDto: {
            /**
             * @description Kept with what was done. It is not shown to the player.
             * @example Called on 12 March about a lost telephone.
             */
            reason: string;
            /**
             * @description `explained`: it may stay as it is and does not come up again. `closed`: it is mended; if it is seen again it is a new finding.
             * @enum {string}
             */
            status: "explained" | "closed";
        };
        TransactionProofDto: {
            /** @description Leaf hash of RFC 6962 over the sealed record, in hex. */
            leafHash: string;
            /** @description Null for the second it waits. */
            seal: components["schemas"]["SealProofDto"] | null;
        };
        DeadLetterDto: {
            /** Format: uuid */
            id: string;
            /**
             * @example hand.settled
             * @enum {string}
             */
            topic: "hand.settled" | "hand.voided" | "deposit.credited" | "withdrawal.queued" | "withdrawal.changed" | "rakeback.paid" | "vip.level_changed" | "security.event" | "notification.send" | "archive.day";
            /**
             * @description Ids of what the work is about.
             * @example {
             *       "handId": "0190a7c2-0000-7000-8000-000000000001"
             *     }
             */
            about: {
                [key: string]: string;
            };
            /**
             * @description Tries that were made.
             * @example 5
             */
            attempts: number;
            /** @example smtp did not answer */
            lastError: string | null;
            /** @description Of the request that left the work; it is in the logs. */
            requestId: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was given up.
             */
            deadAt: string;
        };
        DeadLetterPageDto: {
            items: components["schemas"]["DeadLetterDto"][];
            nextCursor: string | null;
        };
        ReplayAllDto: {
            /**
             * @description Kept with what was done. It is not shown to the player.
             * @example Called on 12 March about a lost telephone.
             */
            reason: string;
            /** @enum {string} */
            queue: "settlement" | "analytics" | "notification" | "archive";
        };
        ReplayedDto: {
            /**
             * @description How many are tried again.
             * @example 12
             */
            replayed: number;
        };
        CaseItemDto: {
            /** Format: uuid */
            id: string;
            /**
             * @example chip_dumping
             * @enum {string}
             */
            kind: "chip_dumping" | "soft_play" | "shared_access" | "bot_timing";
            /** Format: uuid */
            userId: string;
            /** @example ann */
            nickname: string;
            /**
             * Format: uuid
             * @description Null: one player.
             */
            partnerId: string | null;
            /** @example ben */
            partnerNickname: string | null;
            /**
             * @description How rare it is that chance alone shows this for anybody, as a power of ten: 2 is one false alarm in a hundred runs. It proves nothing.
             * @example 4.2
             */
            score: number;
            /** @enum {string} */
            status: "open" | "confirmed" | "dismissed";
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
        };
        CasePageDto: {
            items: components["schemas"]["CaseItemDto"][];
            /** @description Null at the end of the list. */
            nextCursor: string | null;
        };
        HandOfEvidenceDto: {
            /**
             * Format: uuid
             * @description To be read at `/staff/hands/{handId}/phh`.
             */
            handId: string;
            /**
             * @description By the measure of the kind: big blinds, or a count.
             * @example 40
             */
            weight: number;
        };
        CaseDetailsDto: {
            /** Format: uuid */
            id: string;
            /**
             * @example chip_dumping
             * @enum {string}
             */
            kind: "chip_dumping" | "soft_play" | "shared_access" | "bot_timing";
            /** Format: uuid */
            userId: string;
            /** @example ann */
            nickname: string;
            /**
             * Format: uuid
             * @description Null: one player.
             */
            partnerId: string | null;
            /** @example ben */
            partnerNickname: string | null;
            /**
             * @description How rare it is that chance alone shows this for anybody, as a power of ten: 2 is one false alarm in a hundred runs. It proves nothing.
             * @example 4.2
             */
            score: number;
            /** @enum {string} */
            status: "open" | "confirmed" | "dismissed";
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /**
             * @description What was counted. Its names: docs/rules/integrity.md.
             * @example {
             *       "hands": 1000,
             *       "giver": "a",
             *       "taker": "b",
             *       "surrenders": 12,
             *       "expectedSurrenders": 0.3
             *     }
             */
            evidence: {
                [key: string]: unknown;
            };
            /** @description The hands that say most. */
            hands: components["schemas"]["HandOfEvidenceDto"][];
            /**
             * Format: date-time
             * @description The hands from here on were looked at.
             */
            windowFrom: string;
            /** Format: date-time */
            windowTo: string;
            /** Format: uuid */
            resolvedBy: string | null;
            resolution: string | null;
        };
        CaseResolutionDto: {
            /**
             * @description Kept with what was done. It is not shown to the player.
             * @example Called on 12 March about a lost telephone.
             */
            reason: string;
            /**
             * @description Nothing happens to the players by itself.
             * @enum {string}
             */
            status: "confirmed" | "dismissed";
        };
        NotificationDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            topic: "deposit.credited" | "withdrawal.changed" | "rakeback.paid" | "vip.level_changed" | "security.event";
            /** @example Deposit credited */
            title: string;
            /**
             * @description Plain text, in the language of the account.
             * @example Your deposit of USDT put ₩1,000,000 into your wallet.
             */
            text: string;
            /**
             * @description What the text says, for programs: ids and amounts.
             * @example {
             *       "depositId": "0190a7c2-0000-7000-8000-000000000001",
             *       "amountKrw": 1000000
             *     }
             */
            facts: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            readAt: string | null;
        };
        NotificationPageDto: {
            /**
             * @description Notifications that were not read yet.
             * @example 2
             */
            unread: number;
            items: components["schemas"]["NotificationDto"][];
            nextCursor: string | null;
        };
        ReadUpToDto: {
            /**
             * Format: uuid
             * @description The newest notification that the user has seen.
             */
            upTo: string;
        };
        UnreadDto: {
            /**
             * @description Notifications that were not read yet.
             * @example 2
             */
            unread: number;
        };
        PreferenceDto: {
            /** @enum {string} */
            topic: "deposit.credited" | "withdrawal.changed" | "rakeback.paid" | "vip.level_changed" | "security.event";
            /**
             * @description `in_app`: on open sockets; the list has it anyway. `webhook`: pushed to phones.
             * @enum {string}
             */
            channel: "email" | "webhook" | "in_app";
            isOn: boolean;
            /** @description True where it cannot be switched off. */
            isFixed: boolean;
        };
        PreferencesDto: {
            /** @enum {string} */
            language: "ko" | "en";
            preferences: components["schemas"]["PreferenceDto"][];
        };
        SetPreferenceDto: {
            /** @example false */
            isOn: boolean;
        };
        LanguageDto: {
            /** @enum {string} */
            language: "ko" | "en";
        };
        PlayerStatisticsDto: {
            /** @example 2026-11-01 */
            from: string;
            /** @example 2026-11-30 */
            to: string;
            /** @example 1200 */
            hands: number;
            wonHands: number;
            /** @description With chips put in before the flop of the player’s own will. */
            vpipHands: number;
            /** @description With a raise before the flop. */
            pfrHands: number;
            /** @description Hands in which one other had raised before the player acted. */
            threeBetChances: number;
            threeBetHands: number;
            /** @description Bets and raises after the flop. */
            aggressiveActions: number;
            /** @description Calls after the flop. */
            calls: number;
            showdownHands: number;
            /** @description Won minus lost, in won. */
            netKrw: number;
            putInKrw: number;
            /** @description The player’s part of the rake. */
            rakeKrw: number;
            /**
             * @description Basis points of hands with own chips put in before the flop.
             * @example 2350
             */
            vpipBp: number | null;
            /**
             * @description Basis points of hands with a raise before the flop.
             * @example 2350
             */
            pfrBp: number | null;
            /**
             * @description Basis points of chances for a three-bet.
             * @example 2350
             */
            threeBetBp: number | null;
            /**
             * @description Basis points of hands won.
             * @example 2350
             */
            wonBp: number | null;
            /**
             * @description Basis points of hands that went to a showdown.
             * @example 2350
             */
            showdownBp: number | null;
            /**
             * @description Bets and raises for each call after the flop.
             * @example 2.15
             */
            aggressionFactor: number | null;
        };
        HouseDayDto: {
            /** @example 2026-11-21 */
            day: string;
            hands: number;
            /** @description Players who were dealt into a hand. */
            activePlayers: number;
            potKrw: number;
            rakeKrw: number;
            /** @description False while the day is not over and checked. */
            isClosed: boolean;
        };
        HouseDaysDto: {
            items: components["schemas"]["HouseDayDto"][];
        };
        TablePlayDto: {
            /** Format: uuid */
            tableId: string;
            name: string;
            hands: number;
            /** @description Players of each hand, added up. */
            playerHands: number;
            potKrw: number;
            rakeKrw: number;
        };
        TablePlaysDto: {
            items: components["schemas"]["TablePlayDto"][];
        };
        /** @description A refusal or a failure. `code` is the contract; nothing that was sent is repeated. */
        Problem: {
            /** @example urn:cardroom:error:NOT_FOUND */
            type: string;
            title: string;
            /** @example 404 */
            status: number;
            /** @example NOT_FOUND */
            code: string;
            /** @description Also in the header X-Request-Id. */
            requestId: string;
            /** @description Where the wait is known. */
            retryAfterSeconds?: number;
            /** @description With VALIDATION_FAILED and INVALID_AMOUNT: which rules were broken where. */
            errors?: {
                path?: string;
                rules?: string[];
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AuthController_register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "player@example.com",
                 *       "nickname": "RiverRat",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "userId": "0190a7c2-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["RegisteredDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `EMAIL_TAKEN` This e-mail address is registered already.
             *
             *     `NICKNAME_TAKEN` This nickname is taken.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "EMAIL_TAKEN" | "NICKNAME_TAKEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `NICKNAME_REFUSED` This nickname is not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "NICKNAME_REFUSED";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /**
             * @description `SERVER_BUSY` The server has too much to do; try again soon.
             *
             *     `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon.
             */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVER_BUSY" | "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    AuthController_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "player@example.com",
                 *       "password": "correct horse battery",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["LoginDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "text",
                     *       "refreshToken": "text",
                     *       "expiresIn": 900,
                     *       "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "nickname": "RiverRat"
                     *     }
                     */
                    "application/json": components["schemas"]["TokensDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /** @description `INVALID_CREDENTIALS` E-mail or password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "INVALID_CREDENTIALS";
                    };
                };
            };
            /**
             * @description `ACCOUNT_FROZEN` The account is frozen; contact support.
             *
             *     `SECOND_FACTOR_REQUIRED` Send the code of your second factor.
             *
             *     `SECOND_FACTOR_INVALID` The code is wrong, too old or used already.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_INVALID";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_LOCKED` Too many codes were tried; wait before the next one.
             *
             *     `RATE_LIMITED` Too many requests; wait before the next one.
             */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_LOCKED" | "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /**
             * @description `SERVER_BUSY` The server has too much to do; try again soon.
             *
             *     `SWITCHED_OFF` This is switched off for the time being.
             *
             *     `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon.
             */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVER_BUSY" | "SWITCHED_OFF" | "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    AuthController_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "text"
                 *     }
                 */
                "application/json": components["schemas"]["RefreshDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "text",
                     *       "refreshToken": "text",
                     *       "expiresIn": 900,
                     *       "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "nickname": "RiverRat"
                     *     }
                     */
                    "application/json": components["schemas"]["TokensDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `REFRESH_TOKEN_INVALID` The refresh token is not valid.
             *
             *     `REFRESH_TOKEN_REUSED` The refresh token was used before; the session has ended.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "REFRESH_TOKEN_INVALID" | "REFRESH_TOKEN_REUSED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    AuthController_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended; its sockets are closed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    AuthController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "sessionId": "0190a7c2-0000-7000-8000-000000000001",
                     *         "current": true,
                     *         "userAgent": "text",
                     *         "address": "203.0.113.7",
                     *         "createdAt": "2026-03-01T09:00:00.000Z",
                     *         "lastUsedAt": "2026-03-01T09:00:00.000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["SessionDto"][];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    AuthController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended; its sockets are closed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    AuthController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "nickname": "RiverRat",
                     *       "role": "player"
                     *     }
                     */
                    "application/json": components["schemas"]["MeDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    CredentialsController_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery",
                 *       "code": "123456",
                 *       "newPassword": "a better horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["NewPasswordDto"];
            };
        };
        responses: {
            /** @description The new password is the one that counts. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `INVALID_CREDENTIALS` E-mail or password is wrong.
             *
             *     `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "INVALID_CREDENTIALS" | "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_REQUIRED` Send the code of your second factor.
             *
             *     `SECOND_FACTOR_INVALID` The code is wrong, too old or used already.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_INVALID" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_LOCKED` Too many codes were tried; wait before the next one.
             *
             *     `RATE_LIMITED` Too many requests; wait before the next one.
             */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_LOCKED" | "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /**
             * @description `SERVER_BUSY` The server has too much to do; try again soon.
             *
             *     `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon.
             */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVER_BUSY" | "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    CredentialsController_factorState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "enabled": true,
                     *       "enabledAt": null,
                     *       "recoveryCodesLeft": 10
                     *     }
                     */
                    "application/json": components["schemas"]["FactorStateDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    CredentialsController_enrol: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["ProofDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "W5RCN3CJ6AKN3UE47JIRYJ5UUCNEJ55B",
                     *       "uri": "otpauth://totp/Cardroom:player%40example.com?secret=W5RC…&issuer=Cardroom"
                     *     }
                     */
                    "application/json": components["schemas"]["EnrolmentDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `INVALID_CREDENTIALS` E-mail or password is wrong.
             *
             *     `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "INVALID_CREDENTIALS" | "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_REQUIRED` Send the code of your second factor.
             *
             *     `SECOND_FACTOR_INVALID` The code is wrong, too old or used already.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_INVALID" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_LOCKED` Too many codes were tried; wait before the next one.
             *
             *     `RATE_LIMITED` Too many requests; wait before the next one.
             */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_LOCKED" | "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /**
             * @description `SERVER_BUSY` The server has too much to do; try again soon.
             *
             *     `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon.
             */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVER_BUSY" | "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    CredentialsController_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["FactorCodeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recoveryCodes": [
                     *         "k7wm-2hqp-x4ta-9cfe"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RecoveryCodesDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_NOT_SET_UP` This needs a second factor; set one up first.
             *
             *     `SECOND_FACTOR_INVALID` The code is wrong, too old or used already.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_NOT_SET_UP" | "SECOND_FACTOR_INVALID" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_LOCKED` Too many codes were tried; wait before the next one.
             *
             *     `RATE_LIMITED` Too many requests; wait before the next one.
             */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_LOCKED" | "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    CredentialsController_disable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["ProofDto"];
            };
        };
        responses: {
            /** @description A password is enough again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `INVALID_CREDENTIALS` E-mail or password is wrong.
             *
             *     `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "INVALID_CREDENTIALS" | "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `FORBIDDEN` You may not do this.
             *
             *     `SECOND_FACTOR_NOT_SET_UP` This needs a second factor; set one up first.
             *
             *     `SECOND_FACTOR_REQUIRED` Send the code of your second factor.
             *
             *     `SECOND_FACTOR_INVALID` The code is wrong, too old or used already.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "FORBIDDEN" | "SECOND_FACTOR_NOT_SET_UP" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_INVALID" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_LOCKED` Too many codes were tried; wait before the next one.
             *
             *     `RATE_LIMITED` Too many requests; wait before the next one.
             */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_LOCKED" | "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /**
             * @description `SERVER_BUSY` The server has too much to do; try again soon.
             *
             *     `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon.
             */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVER_BUSY" | "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    WalletController_balance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "availableKrw": 1,
                     *       "inPlayKrw": 1,
                     *       "heldKrw": 1
                     *     }
                     */
                    "application/json": components["schemas"]["BalanceDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    WalletController_transactions: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
                /** @description Named once or often. */
                type?: ("crypto_deposit" | "crypto_withdrawal" | "buy_in" | "cash_out" | "top_up" | "win" | "lose" | "rake" | "rakeback" | "adjustment" | "reversal" | "hold" | "release")[];
                /** @description First day in Seoul; needs `to`. */
                from?: string;
                /** @description Last day in Seoul, included. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "transferId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "type": "crypto_deposit",
                     *           "amountKrw": 1,
                     *           "balanceAfterKrw": 1,
                     *           "createdAt": "2026-03-01T09:00:00.000Z",
                     *           "details": {},
                     *           "crypto": {
                     *             "asset": "USDT",
                     *             "network": "ethereum",
                     *             "units": null,
                     *             "txid": null,
                     *             "address": null,
                     *             "quote": {
                     *               "numeratorKrw": 1,
                     *               "denominatorUnits": "text",
                     *               "quotedAt": "2026-03-01T09:00:00.000Z"
                     *             },
                     *             "requestedAt": "2026-03-01T09:00:00.000Z",
                     *             "completedAt": null
                     *           },
                     *           "integrityHash": "text"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["HistoryPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    WalletController_statement: {
        parameters: {
            query: {
                /** @description First day in Seoul. */
                from: string;
                /** @description Last day in Seoul, included. */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line a transaction, after a line of names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    RatesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "asset": "BTC",
                     *           "priceKrw": "148900000.5",
                     *           "sampledAt": "2026-03-01T09:00:00.000Z",
                     *           "state": "open",
                     *           "sources": [
                     *             "bithumb",
                     *             "coingecko",
                     *             "upbit"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RatesDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    WebhookController_receive: {
        parameters: {
            query?: never;
            header: {
                /** @description t=<seconds>,v1=<HMAC-SHA256 of `t.body`> */
                "X-Cardroom-Signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "evt_1",
                 *       "paymentId": "pay_1"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookEventDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "credited"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookOutcomeDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `SIGNATURE_INVALID` The signature does not verify.
             *
             *     `TIMESTAMP_OUT_OF_WINDOW` The signed time is too far from now.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "SIGNATURE_INVALID" | "TIMESTAMP_OUT_OF_WINDOW";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `PAYMENT_GATEWAY_UNAVAILABLE` The payment gateway did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 502;
                        /** @enum {string} */
                        code?: "PAYMENT_GATEWAY_UNAVAILABLE";
                    };
                };
            };
            /**
             * @description `SERVER_BUSY` The server has too much to do; try again soon.
             *
             *     `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon.
             */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVER_BUSY" | "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    DepositsController_address: {
        parameters: {
            query?: {
                /** @description Where a coin has several; its only one unless told. */
                network?: "bitcoin" | "ethereum";
            };
            header?: never;
            path: {
                asset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asset": "USDT",
                     *       "network": "ethereum",
                     *       "address": "0x52908400098527886e0f7030069857d2e4169ee7",
                     *       "decimals": 6,
                     *       "minimum": "0.01",
                     *       "confirmationsNeeded": 12
                     *     }
                     */
                    "application/json": components["schemas"]["DepositAddressDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `ASSET_UNSUPPORTED` This asset is not taken on this network. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "ASSET_UNSUPPORTED";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `PAYMENT_GATEWAY_UNAVAILABLE` The payment gateway did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 502;
                        /** @enum {string} */
                        code?: "PAYMENT_GATEWAY_UNAVAILABLE";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    DepositsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "depositId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "status": "detected",
                     *           "asset": "USDT",
                     *           "network": "ethereum",
                     *           "amountUnits": "25000000",
                     *           "amountKrw": 1,
                     *           "debtPaidKrw": 1,
                     *           "txid": "text",
                     *           "outputIndex": 1,
                     *           "address": null,
                     *           "confirmations": 1,
                     *           "confirmationsNeeded": 1,
                     *           "rateQuoteId": null,
                     *           "transferId": null,
                     *           "createdAt": "2026-03-01T09:00:00.000Z",
                     *           "creditedAt": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["DepositPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    DepositsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                depositId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "depositId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "status": "detected",
                     *       "asset": "USDT",
                     *       "network": "ethereum",
                     *       "amountUnits": "25000000",
                     *       "amountKrw": 1,
                     *       "debtPaidKrw": 1,
                     *       "txid": "text",
                     *       "outputIndex": 1,
                     *       "address": null,
                     *       "confirmations": 1,
                     *       "confirmationsNeeded": 1,
                     *       "rateQuoteId": null,
                     *       "transferId": null,
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "creditedAt": null,
                     *       "steps": [
                     *         {
                     *           "status": "detected",
                     *           "confirmations": 1,
                     *           "at": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DepositDetailDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffDepositsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
                /** @description Without it: all that wait for a person. */
                status?: "detected" | "confirming" | "confirmed" | "credited" | "under_min" | "unsupported_asset" | "unknown_address" | "rate_hold" | "limit_hold" | "aml_hold" | "manual_review" | "orphaned" | "reversed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "depositId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "status": "detected",
                     *           "asset": "USDT",
                     *           "network": "ethereum",
                     *           "amountUnits": "25000000",
                     *           "amountKrw": 1,
                     *           "debtPaidKrw": 1,
                     *           "txid": "text",
                     *           "outputIndex": 1,
                     *           "address": null,
                     *           "confirmations": 1,
                     *           "confirmationsNeeded": 1,
                     *           "rateQuoteId": null,
                     *           "transferId": null,
                     *           "createdAt": "2026-03-01T09:00:00.000Z",
                     *           "creditedAt": null,
                     *           "userId": null,
                     *           "resolution": "released",
                     *           "resolutionReason": null,
                     *           "resolvedBy": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["StaffDepositPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffDepositsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                depositId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "depositId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "status": "detected",
                     *       "asset": "USDT",
                     *       "network": "ethereum",
                     *       "amountUnits": "25000000",
                     *       "amountKrw": 1,
                     *       "debtPaidKrw": 1,
                     *       "txid": "text",
                     *       "outputIndex": 1,
                     *       "address": null,
                     *       "confirmations": 1,
                     *       "confirmationsNeeded": 1,
                     *       "rateQuoteId": null,
                     *       "transferId": null,
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "creditedAt": null,
                     *       "userId": null,
                     *       "resolution": "released",
                     *       "resolutionReason": null,
                     *       "resolvedBy": null,
                     *       "steps": [
                     *         {
                     *           "status": "detected",
                     *           "confirmations": 1,
                     *           "at": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StaffDepositDetailDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffDepositsController_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                depositId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone.",
                 *       "userId": "0190a7c2-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["ReleaseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "released",
                     *       "requestId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "deposit": {
                     *         "depositId": "0190a7c2-0000-7000-8000-000000000001",
                     *         "status": "detected",
                     *         "asset": "USDT",
                     *         "network": "ethereum",
                     *         "amountUnits": "25000000",
                     *         "amountKrw": 1,
                     *         "debtPaidKrw": 1,
                     *         "txid": "text",
                     *         "outputIndex": 1,
                     *         "address": null,
                     *         "confirmations": 1,
                     *         "confirmationsNeeded": 1,
                     *         "rateQuoteId": null,
                     *         "transferId": null,
                     *         "createdAt": "2026-03-01T09:00:00.000Z",
                     *         "creditedAt": null,
                     *         "userId": null,
                     *         "resolution": "released",
                     *         "resolutionReason": null,
                     *         "resolvedBy": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ReleaseOutcomeDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `FORBIDDEN` You may not do this.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "FORBIDDEN" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /**
             * @description `DEPOSIT_NOT_WAITING` This deposit does not wait for anybody.
             *
             *     `REQUEST_PENDING` The same request waits for its approval already.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "DEPOSIT_NOT_WAITING" | "REQUEST_PENDING";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `DEPOSIT_NOT_CREDITABLE` This deposit cannot be credited as it is. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "DEPOSIT_NOT_CREDITABLE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `PAYMENT_GATEWAY_UNAVAILABLE` The payment gateway did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 502;
                        /** @enum {string} */
                        code?: "PAYMENT_GATEWAY_UNAVAILABLE";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffDepositsController_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                depositId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone."
                 *     }
                 */
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "depositId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "status": "detected",
                     *       "asset": "USDT",
                     *       "network": "ethereum",
                     *       "amountUnits": "25000000",
                     *       "amountKrw": 1,
                     *       "debtPaidKrw": 1,
                     *       "txid": "text",
                     *       "outputIndex": 1,
                     *       "address": null,
                     *       "confirmations": 1,
                     *       "confirmationsNeeded": 1,
                     *       "rateQuoteId": null,
                     *       "transferId": null,
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "creditedAt": null,
                     *       "userId": null,
                     *       "resolution": "released",
                     *       "resolutionReason": null,
                     *       "resolvedBy": null
                     *     }
                     */
                    "application/json": components["schemas"]["StaffDepositDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `DEPOSIT_NOT_WAITING` This deposit does not wait for anybody. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "DEPOSIT_NOT_WAITING";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffDepositsController_freezes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "freezeId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "reason": "text",
                     *           "depositId": null,
                     *           "createdAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FreezesDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffDepositsController_lift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                freezeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone."
                 *     }
                 */
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    FaucetController_pour: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amountKrw": 1000000
                 *     }
                 */
                "application/json": components["schemas"]["FaucetDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paymentId": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["FaucetPaymentDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT` The amount must be a whole number of won in the allowed range.
             *
             *     `LIMIT_EXCEEDED` This would pass the limit of this account.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "INVALID_AMOUNT" | "LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `PAYMENT_GATEWAY_UNAVAILABLE` The payment gateway did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 502;
                        /** @enum {string} */
                        code?: "PAYMENT_GATEWAY_UNAVAILABLE";
                    };
                };
            };
            /**
             * @description `RATE_UNAVAILABLE` There is no fresh exchange rate; try again soon.
             *
             *     `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon.
             */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "RATE_UNAVAILABLE" | "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    HandExportsController_phh: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
                /** @description Hands that ended then or later. */
                from?: string;
                /** @description Hands that ended before. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hands as a `.phhs` file, `text/plain`; empty where there are none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    HandExportsController_pokerstars: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
                /** @description Hands that ended then or later. */
                from?: string;
                /** @description Hands that ended before. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hands as a `.txt` file, `text/plain`; empty where there are none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    HandsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "handId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "tableId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "handNo": 1,
                     *           "outcome": "settled",
                     *           "netKrw": 1,
                     *           "potKrw": 1,
                     *           "endedAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["HandPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    HandsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "handId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "tableId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "handNo": 1,
                     *       "outcome": "settled",
                     *       "board": "text",
                     *       "secondBoard": null,
                     *       "potKrw": 1,
                     *       "rakeKrw": 1,
                     *       "seat": 1,
                     *       "startedAt": "2026-03-01T09:00:00.000Z",
                     *       "endedAt": "2026-03-01T09:00:00.000Z",
                     *       "ownCards": [
                     *         "Ah",
                     *         "Kd"
                     *       ],
                     *       "events": [
                     *         {}
                     *       ],
                     *       "fairness": {}
                     *     }
                     */
                    "application/json": components["schemas"]["HandDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    HandRecordsController_phh: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hand as a `.phh` file, `text/plain`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    HandRecordsController_pokerstars: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hand as a `.txt` file, `text/plain`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffPlayersController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
                /** @description An id, or the beginning of an e-mail address or a nickname. */
                q?: string;
                /** @description Only accounts that stand so. */
                status?: "active" | "frozen" | "closed";
                /** @description Only accounts of this role. */
                role?: "player" | "support" | "cashier" | "risk" | "admin";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "nickname": "RiverRat",
                     *           "email": "player@example.com",
                     *           "role": "player",
                     *           "status": "active",
                     *           "createdAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["PlayerPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffPlayersController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "nickname": "RiverRat",
                     *       "email": "player@example.com",
                     *       "role": "player",
                     *       "status": "active",
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "statusReason": null,
                     *       "statusChangedAt": null,
                     *       "passwordChangedAt": null,
                     *       "factorEnabledAt": null,
                     *       "balance": {
                     *         "availableKrw": 250000,
                     *         "inPlayKrw": 100000,
                     *         "heldKrw": 0
                     *       },
                     *       "seats": [
                     *         {
                     *           "tableId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "table": "Seoul 1",
                     *           "seat": 3,
                     *           "stackKrw": 100000,
                     *           "openedAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "sessions": [
                     *         {
                     *           "sessionId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "userAgent": "Mozilla/5.0",
                     *           "address": "203.0.113.7",
                     *           "hasSecondFactor": true,
                     *           "createdAt": "2026-03-01T09:00:00.000Z",
                     *           "lastUsedAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "deposits": [
                     *         {
                     *           "depositId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "asset": "BTC",
                     *           "status": "credited",
                     *           "amountKrw": 500000,
                     *           "createdAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "notes": [
                     *         {
                     *           "text": "Asked for a higher limit by telephone.",
                     *           "authorId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "author": "Suyeon",
                     *           "createdAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlayerDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffPlayersController_freeze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone."
                 *     }
                 */
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description The account is frozen. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `STATE_CONFLICT` It is not in a state that allows this; look at it again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "STATE_CONFLICT";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffPlayersController_unfreeze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone."
                 *     }
                 */
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description The player may log in again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `STATE_CONFLICT` It is not in a state that allows this; look at it again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "STATE_CONFLICT";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffPlayersController_endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone."
                 *     }
                 */
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endedSessions": 2
                     *     }
                     */
                    "application/json": components["schemas"]["EndedSessionsDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffPlayersController_addNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Asked for a higher limit by telephone."
                 *     }
                 */
                "application/json": components["schemas"]["NewNoteDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "text": "Asked for a higher limit by telephone.",
                     *         "authorId": "0190a7c2-0000-7000-8000-000000000001",
                     *         "author": "Suyeon",
                     *         "createdAt": "2026-03-01T09:00:00.000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["NoteDto"][];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffAccountsController_changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone.",
                 *       "code": "123456",
                 *       "role": "player"
                 *     }
                 */
                "application/json": components["schemas"]["RoleChangeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "done",
                     *       "requestId": null
                     *     }
                     */
                    "application/json": components["schemas"]["AccountChangeOutcomeDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `FORBIDDEN` You may not do this.
             *
             *     `SECOND_FACTOR_NOT_SET_UP` This needs a second factor; set one up first.
             *
             *     `SECOND_FACTOR_INVALID` The code is wrong, too old or used already.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "FORBIDDEN" | "SECOND_FACTOR_NOT_SET_UP" | "SECOND_FACTOR_INVALID" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /**
             * @description `STATE_CONFLICT` It is not in a state that allows this; look at it again.
             *
             *     `REQUEST_PENDING` The same request waits for its approval already.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "STATE_CONFLICT" | "REQUEST_PENDING";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_LOCKED` Too many codes were tried; wait before the next one.
             *
             *     `RATE_LIMITED` Too many requests; wait before the next one.
             */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_LOCKED" | "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffAccountsController_resetFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone.",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["ProvenReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "done",
                     *       "requestId": null
                     *     }
                     */
                    "application/json": components["schemas"]["AccountChangeOutcomeDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `FORBIDDEN` You may not do this.
             *
             *     `SECOND_FACTOR_NOT_SET_UP` This needs a second factor; set one up first.
             *
             *     `SECOND_FACTOR_INVALID` The code is wrong, too old or used already.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "FORBIDDEN" | "SECOND_FACTOR_NOT_SET_UP" | "SECOND_FACTOR_INVALID" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /**
             * @description `STATE_CONFLICT` It is not in a state that allows this; look at it again.
             *
             *     `REQUEST_PENDING` The same request waits for its approval already.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "STATE_CONFLICT" | "REQUEST_PENDING";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_LOCKED` Too many codes were tried; wait before the next one.
             *
             *     `RATE_LIMITED` Too many requests; wait before the next one.
             */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_LOCKED" | "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    AdjustmentsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
                /** @description Only those of one player. */
                userId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "adjustmentId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "amountKrw": -50000,
                     *           "state": "posted",
                     *           "reason": "text",
                     *           "message": null,
                     *           "askedBy": "0190a7c2-0000-7000-8000-000000000001",
                     *           "approvedBy": null,
                     *           "transferId": null,
                     *           "createdAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AdjustmentPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    AdjustmentsController_adjust: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours to choose, new for each thing you want done. Sent again with the same request it is answered as before, with `Idempotency-Replayed: true`. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone.",
                 *       "userId": "0190a7c2-0000-7000-8000-000000000001",
                 *       "direction": "credit",
                 *       "amountKrw": 50000,
                 *       "currency": "KRW",
                 *       "message": "Compensation for a hand that was voided."
                 *     }
                 */
                "application/json": components["schemas"]["AdjustmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adjustmentId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "outcome": "posted",
                     *       "transferId": null,
                     *       "requestId": null
                     *     }
                     */
                    "application/json": components["schemas"]["AdjustmentOutcomeDto"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_MISSING` Send an Idempotency-Key header.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_MISSING" | "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `FORBIDDEN` You may not do this.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "FORBIDDEN" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /**
             * @description `REQUEST_PENDING` The same request waits for its approval already.
             *
             *     `IDEMPOTENCY_IN_PROGRESS` The first request with this key is still running.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "REQUEST_PENDING" | "IDEMPOTENCY_IN_PROGRESS";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `LIMIT_EXCEEDED` This would pass the limit of this account.
             *
             *     `INVALID_AMOUNT` The amount must be a whole number of won in the allowed range.
             *
             *     `INSUFFICIENT_FUNDS` The balance does not cover this.
             *
             *     `IDEMPOTENCY_CONFLICT` This key was used with another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "LIMIT_EXCEEDED" | "INVALID_AMOUNT" | "INSUFFICIENT_FUNDS" | "IDEMPOTENCY_CONFLICT";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /**
             * @description `SERVER_BUSY` The server has too much to do; try again soon.
             *
             *     `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon.
             */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVER_BUSY" | "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    AdjustmentsController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone.",
                 *       "userId": "0190a7c2-0000-7000-8000-000000000001",
                 *       "direction": "credit",
                 *       "amountKrw": 50000,
                 *       "currency": "KRW",
                 *       "message": "Compensation for a hand that was voided."
                 *     }
                 */
                "application/json": components["schemas"]["AdjustmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "route": "alone",
                     *       "availableKrw": 200000,
                     *       "availableAfterKrw": 250000
                     *     }
                     */
                    "application/json": components["schemas"]["AdjustmentPreviewDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `FORBIDDEN` You may not do this.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "FORBIDDEN" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `LIMIT_EXCEEDED` This would pass the limit of this account.
             *
             *     `INVALID_AMOUNT` The amount must be a whole number of won in the allowed range.
             *
             *     `INSUFFICIENT_FUNDS` The balance does not cover this.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "LIMIT_EXCEEDED" | "INVALID_AMOUNT" | "INSUFFICIENT_FUNDS";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffRequestsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
                /** @description Those that wait unless told. */
                status?: "pending" | "approved" | "rejected" | "expired";
                /** @description Only those of one kind. */
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "requestId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "kind": "adjustment",
                     *           "subjectId": "text",
                     *           "beneficiaryId": null,
                     *           "payload": {
                     *             "amountKrw": 300000,
                     *             "currency": "KRW"
                     *           },
                     *           "payloadHash": "text",
                     *           "reason": "Compensation for the void hand of table 3.",
                     *           "status": "pending",
                     *           "requestedBy": "0190a7c2-0000-7000-8000-000000000001",
                     *           "requestedAt": "2026-03-01T09:00:00.000Z",
                     *           "expiresAt": "2026-03-01T09:00:00.000Z",
                     *           "decidedBy": null,
                     *           "decidedAt": null,
                     *           "decisionReason": null,
                     *           "isYoursToApprove": true
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["RequestPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffRequestsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "kind": "adjustment",
                     *       "subjectId": "text",
                     *       "beneficiaryId": null,
                     *       "payload": {
                     *         "amountKrw": 300000,
                     *         "currency": "KRW"
                     *       },
                     *       "payloadHash": "text",
                     *       "reason": "Compensation for the void hand of table 3.",
                     *       "status": "pending",
                     *       "requestedBy": "0190a7c2-0000-7000-8000-000000000001",
                     *       "requestedAt": "2026-03-01T09:00:00.000Z",
                     *       "expiresAt": "2026-03-01T09:00:00.000Z",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "isYoursToApprove": true
                     *     }
                     */
                    "application/json": components["schemas"]["RequestDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffRequestsController_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone.",
                 *       "payloadHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 *     }
                 */
                "application/json": components["schemas"]["ApprovalDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "kind": "adjustment",
                     *       "subjectId": "text",
                     *       "beneficiaryId": null,
                     *       "payload": {
                     *         "amountKrw": 300000,
                     *         "currency": "KRW"
                     *       },
                     *       "payloadHash": "text",
                     *       "reason": "Compensation for the void hand of table 3.",
                     *       "status": "pending",
                     *       "requestedBy": "0190a7c2-0000-7000-8000-000000000001",
                     *       "requestedAt": "2026-03-01T09:00:00.000Z",
                     *       "expiresAt": "2026-03-01T09:00:00.000Z",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "isYoursToApprove": true
                     *     }
                     */
                    "application/json": components["schemas"]["RequestDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `FORBIDDEN` You may not do this.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "FORBIDDEN" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /**
             * @description `REQUEST_DECIDED` The request was decided before.
             *
             *     `REQUEST_EXPIRED` Nobody decided in time; make the request again.
             *
             *     `REQUEST_CHANGED` This is not what was requested; look at it again.
             *
             *     `STATE_CONFLICT` It is not in a state that allows this; look at it again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "REQUEST_DECIDED" | "REQUEST_EXPIRED" | "REQUEST_CHANGED" | "STATE_CONFLICT";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INSUFFICIENT_FUNDS` The balance does not cover this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "INSUFFICIENT_FUNDS";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffRequestsController_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone."
                 *     }
                 */
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "kind": "adjustment",
                     *       "subjectId": "text",
                     *       "beneficiaryId": null,
                     *       "payload": {
                     *         "amountKrw": 300000,
                     *         "currency": "KRW"
                     *       },
                     *       "payloadHash": "text",
                     *       "reason": "Compensation for the void hand of table 3.",
                     *       "status": "pending",
                     *       "requestedBy": "0190a7c2-0000-7000-8000-000000000001",
                     *       "requestedAt": "2026-03-01T09:00:00.000Z",
                     *       "expiresAt": "2026-03-01T09:00:00.000Z",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "isYoursToApprove": true
                     *     }
                     */
                    "application/json": components["schemas"]["RequestDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /**
             * @description `REQUEST_DECIDED` The request was decided before.
             *
             *     `REQUEST_EXPIRED` Nobody decided in time; make the request again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "REQUEST_DECIDED" | "REQUEST_EXPIRED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffSwitchesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "sending",
                     *           "isOn": true,
                     *           "reason": "The gateway answers slowly.",
                     *           "actor": "text",
                     *           "changedAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SwitchListDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffSwitchesController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `deposit_credit`, `automatic_approval`, `sending`, `buy_in`, `table:<table id>` or `login:<user id>`. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone.",
                 *       "isOn": false
                 *     }
                 */
                "application/json": components["schemas"]["SwitchChangeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "done",
                     *       "requestId": null
                     *     }
                     */
                    "application/json": components["schemas"]["SwitchOutcomeDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `REQUEST_PENDING` The same request waits for its approval already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "REQUEST_PENDING";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffTablesController_live: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tableId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public values of the table, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffTableSettingsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "tableId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "name": "Seoul 7",
                     *           "stakesId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "stakes": "1k/2k",
                     *           "pool": "main",
                     *           "status": "open",
                     *           "seated": 4,
                     *           "handNo": 1204,
                     *           "settings": {
                     *             "maxSeats": 6,
                     *             "actionTimeoutMs": 15000
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TableListDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffTableSettingsController_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "minBuyInBb": 40,
                 *       "maxBuyInBb": 100,
                 *       "minPlayersToStart": 2,
                 *       "actionTimeoutMs": 15000,
                 *       "timeBankMs": 30000,
                 *       "showdownPauseMs": 3000,
                 *       "ratholeWindowMs": 3600000,
                 *       "awayRemovalMs": 900000,
                 *       "seatOfferMs": 30000,
                 *       "straddle": "none",
                 *       "runItTwice": false,
                 *       "rabbitHunt": false,
                 *       "name": "Seoul 7",
                 *       "stakesId": "0190a7c2-0000-7000-8000-000000000001",
                 *       "pool": "main",
                 *       "maxSeats": 6,
                 *       "structure": "no-limit"
                 *     }
                 */
                "application/json": components["schemas"]["NewTableDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tableId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "name": "Seoul 7",
                     *       "stakesId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "stakes": "1k/2k",
                     *       "pool": "main",
                     *       "status": "open",
                     *       "seated": 4,
                     *       "handNo": 1204,
                     *       "settings": {
                     *         "maxSeats": 6,
                     *         "actionTimeoutMs": 15000
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TableDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `NAME_TAKEN` Another one has this name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "NAME_TAKEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `SETTINGS_CONTRADICT` These settings do not fit together. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "SETTINGS_CONTRADICT";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffTableSettingsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tableId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "minBuyInBb": 40,
                 *       "maxBuyInBb": 100,
                 *       "minPlayersToStart": 2,
                 *       "actionTimeoutMs": 15000,
                 *       "timeBankMs": 30000,
                 *       "showdownPauseMs": 3000,
                 *       "ratholeWindowMs": 3600000,
                 *       "awayRemovalMs": 900000,
                 *       "seatOfferMs": 30000,
                 *       "straddle": "none",
                 *       "runItTwice": false,
                 *       "rabbitHunt": false,
                 *       "name": "Seoul 7",
                 *       "stakesId": "0190a7c2-0000-7000-8000-000000000001",
                 *       "pool": "main",
                 *       "maxSeats": 6,
                 *       "structure": "no-limit"
                 *     }
                 */
                "application/json": components["schemas"]["TableChangeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tableId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "name": "Seoul 7",
                     *       "stakesId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "stakes": "1k/2k",
                     *       "pool": "main",
                     *       "status": "open",
                     *       "seated": 4,
                     *       "handNo": 1204,
                     *       "settings": {
                     *         "maxSeats": 6,
                     *         "actionTimeoutMs": 15000
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TableDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /**
             * @description `STATE_CONFLICT` It is not in a state that allows this; look at it again.
             *
             *     `NAME_TAKEN` Another one has this name.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "STATE_CONFLICT" | "NAME_TAKEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `SETTINGS_CONTRADICT` These settings do not fit together. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "SETTINGS_CONTRADICT";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffTableSettingsController_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tableId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone."
                 *     }
                 */
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tableId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "name": "Seoul 7",
                     *       "stakesId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "stakes": "1k/2k",
                     *       "pool": "main",
                     *       "status": "open",
                     *       "seated": 4,
                     *       "handNo": 1204,
                     *       "settings": {
                     *         "maxSeats": 6,
                     *         "actionTimeoutMs": 15000
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TableDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `STATE_CONFLICT` It is not in a state that allows this; look at it again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "STATE_CONFLICT";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffTableSettingsController_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tableId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone."
                 *     }
                 */
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tableId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "name": "Seoul 7",
                     *       "stakesId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "stakes": "1k/2k",
                     *       "pool": "main",
                     *       "status": "open",
                     *       "seated": 4,
                     *       "handNo": 1204,
                     *       "settings": {
                     *         "maxSeats": 6,
                     *         "actionTimeoutMs": 15000
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TableDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `STATE_CONFLICT` It is not in a state that allows this; look at it again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "STATE_CONFLICT";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffTableSettingsController_stakes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "stakesId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "name": "1k/2k",
                     *           "smallBlindKrw": 1000,
                     *           "bigBlindKrw": 2000,
                     *           "anteKrw": 0,
                     *           "bigBlindAnteKrw": 0,
                     *           "tables": 3
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StakesListDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffTableSettingsController_addStakes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "1k/2k",
                 *       "smallBlindKrw": 1000,
                 *       "bigBlindKrw": 2000,
                 *       "anteKrw": 0,
                 *       "bigBlindAnteKrw": 0
                 *     }
                 */
                "application/json": components["schemas"]["NewStakesDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stakesId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "name": "1k/2k",
                     *       "smallBlindKrw": 1000,
                     *       "bigBlindKrw": 2000,
                     *       "anteKrw": 0,
                     *       "bigBlindAnteKrw": 0,
                     *       "tables": 3
                     *     }
                     */
                    "application/json": components["schemas"]["StakesDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NAME_TAKEN` Another one has this name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "NAME_TAKEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT` The amount must be a whole number of won in the allowed range.
             *
             *     `SETTINGS_CONTRADICT` These settings do not fit together.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "INVALID_AMOUNT" | "SETTINGS_CONTRADICT";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffHandsController_phh: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hand as a `.phh` file, `text/plain`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffHandsController_pokerstars: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hand as a `.txt` file, `text/plain`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    WithdrawalController_withdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours to choose, new for each thing you want done. Sent again with the same request it is answered as before, with `Idempotency-Replayed: true`. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "asset": "BTC",
                 *       "network": "bitcoin",
                 *       "address": "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
                 *       "amountKrw": 250000,
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["WithdrawDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "withdrawalId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "status": "requested",
                     *       "asset": "BTC",
                     *       "network": "bitcoin",
                     *       "address": "text",
                     *       "amountKrw": 1,
                     *       "feeKrw": 1,
                     *       "totalKrw": 1,
                     *       "quotedUnits": "text",
                     *       "amountUnits": null,
                     *       "txid": null,
                     *       "confirmations": 1,
                     *       "coolingUntil": "2026-03-01T09:00:00.000Z",
                     *       "needsApproval": true,
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "changedAt": "2026-03-01T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalDto"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_MISSING` Send an Idempotency-Key header.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_MISSING" | "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `WITHDRAWALS_STOPPED` Withdrawals of this account are stopped; contact support.
             *
             *     `SECOND_FACTOR_NOT_SET_UP` This needs a second factor; set one up first.
             *
             *     `SECOND_FACTOR_INVALID` The code is wrong, too old or used already.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "WITHDRAWALS_STOPPED" | "SECOND_FACTOR_NOT_SET_UP" | "SECOND_FACTOR_INVALID" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /**
             * @description `ACCOUNT_IN_DEBT` A deposit was taken back; what is owed comes first.
             *
             *     `IDEMPOTENCY_IN_PROGRESS` The first request with this key is still running.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "ACCOUNT_IN_DEBT" | "IDEMPOTENCY_IN_PROGRESS";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT` The amount must be a whole number of won in the allowed range.
             *
             *     `INVALID_ADDRESS` Nothing can be sent to this address on this network.
             *
             *     `ASSET_UNSUPPORTED` This asset is not taken on this network.
             *
             *     `INSUFFICIENT_FUNDS` The balance does not cover this.
             *
             *     `IDEMPOTENCY_CONFLICT` This key was used with another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "INVALID_AMOUNT" | "INVALID_ADDRESS" | "ASSET_UNSUPPORTED" | "INSUFFICIENT_FUNDS" | "IDEMPOTENCY_CONFLICT";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_LOCKED` Too many codes were tried; wait before the next one.
             *
             *     `RATE_LIMITED` Too many requests; wait before the next one.
             */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_LOCKED" | "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /**
             * @description `RATE_UNAVAILABLE` There is no fresh exchange rate; try again soon.
             *
             *     `RATE_HALTED` The exchange rate has jumped; it is not used until it has settled.
             *
             *     `SERVER_BUSY` The server has too much to do; try again soon.
             *
             *     `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon.
             */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "RATE_UNAVAILABLE" | "RATE_HALTED" | "SERVER_BUSY" | "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    WithdrawalController_quote: {
        parameters: {
            query: {
                /** @description What is sent. */
                asset: string;
                /** @description Where it is sent. */
                network: "bitcoin" | "ethereum";
                /** @description Whole won, without the fee. */
                amountKrw: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amountKrw": 1,
                     *       "feeKrw": 1,
                     *       "totalKrw": 1,
                     *       "amountUnits": "168000",
                     *       "minKrw": 1
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawQuoteDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT` The amount must be a whole number of won in the allowed range.
             *
             *     `ASSET_UNSUPPORTED` This asset is not taken on this network.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "INVALID_AMOUNT" | "ASSET_UNSUPPORTED";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /**
             * @description `RATE_UNAVAILABLE` There is no fresh exchange rate; try again soon.
             *
             *     `RATE_HALTED` The exchange rate has jumped; it is not used until it has settled.
             *
             *     `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon.
             */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "RATE_UNAVAILABLE" | "RATE_HALTED" | "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    WithdrawalController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "withdrawalId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "status": "requested",
                     *           "asset": "BTC",
                     *           "network": "bitcoin",
                     *           "address": "text",
                     *           "amountKrw": 1,
                     *           "feeKrw": 1,
                     *           "totalKrw": 1,
                     *           "quotedUnits": "text",
                     *           "amountUnits": null,
                     *           "txid": null,
                     *           "confirmations": 1,
                     *           "coolingUntil": "2026-03-01T09:00:00.000Z",
                     *           "needsApproval": true,
                     *           "createdAt": "2026-03-01T09:00:00.000Z",
                     *           "changedAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    WithdrawalController_detail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                withdrawalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "withdrawalId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "status": "requested",
                     *       "asset": "BTC",
                     *       "network": "bitcoin",
                     *       "address": "text",
                     *       "amountKrw": 1,
                     *       "feeKrw": 1,
                     *       "totalKrw": 1,
                     *       "quotedUnits": "text",
                     *       "amountUnits": null,
                     *       "txid": null,
                     *       "confirmations": 1,
                     *       "coolingUntil": "2026-03-01T09:00:00.000Z",
                     *       "needsApproval": true,
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "changedAt": "2026-03-01T09:00:00.000Z",
                     *       "events": [
                     *         {
                     *           "status": "requested",
                     *           "at": "2026-03-01T09:00:00.000Z",
                     *           "reason": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalDetailDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    WithdrawalController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                withdrawalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "withdrawalId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "status": "requested",
                     *       "asset": "BTC",
                     *       "network": "bitcoin",
                     *       "address": "text",
                     *       "amountKrw": 1,
                     *       "feeKrw": 1,
                     *       "totalKrw": 1,
                     *       "quotedUnits": "text",
                     *       "amountUnits": null,
                     *       "txid": null,
                     *       "confirmations": 1,
                     *       "coolingUntil": "2026-03-01T09:00:00.000Z",
                     *       "needsApproval": true,
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "changedAt": "2026-03-01T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `WITHDRAWAL_MOVED_ON` The withdrawal has moved on; look at it again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "WITHDRAWAL_MOVED_ON";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffWithdrawalsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
                /** @description All statuses unless told. */
                status?: "requested" | "cooling" | "approved" | "queued" | "submitting" | "submitted" | "confirming" | "completed" | "unknown" | "cancelled_by_user" | "rejected" | "expired" | "failed_returned";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "withdrawalId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "status": "requested",
                     *           "asset": "BTC",
                     *           "network": "bitcoin",
                     *           "address": "text",
                     *           "amountKrw": 1,
                     *           "feeKrw": 1,
                     *           "totalKrw": 1,
                     *           "quotedUnits": "text",
                     *           "amountUnits": null,
                     *           "txid": null,
                     *           "confirmations": 1,
                     *           "coolingUntil": "2026-03-01T09:00:00.000Z",
                     *           "needsApproval": true,
                     *           "createdAt": "2026-03-01T09:00:00.000Z",
                     *           "changedAt": "2026-03-01T09:00:00.000Z",
                     *           "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "revision": "text",
                     *           "personsNeeded": 1,
                     *           "approvals": 1,
                     *           "expiresAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["StaffWithdrawalPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffWithdrawalsController_detail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                withdrawalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "withdrawalId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "status": "requested",
                     *       "asset": "BTC",
                     *       "network": "bitcoin",
                     *       "address": "text",
                     *       "amountKrw": 1,
                     *       "feeKrw": 1,
                     *       "totalKrw": 1,
                     *       "quotedUnits": "text",
                     *       "amountUnits": null,
                     *       "txid": null,
                     *       "confirmations": 1,
                     *       "coolingUntil": "2026-03-01T09:00:00.000Z",
                     *       "needsApproval": true,
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "changedAt": "2026-03-01T09:00:00.000Z",
                     *       "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "revision": "text",
                     *       "personsNeeded": 1,
                     *       "approvals": 1,
                     *       "expiresAt": "2026-03-01T09:00:00.000Z",
                     *       "checked": {},
                     *       "events": [
                     *         {}
                     *       ],
                     *       "deposits": [
                     *         {}
                     *       ],
                     *       "devices": [
                     *         {}
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StaffWithdrawalDetailDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffWithdrawalsController_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                withdrawalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone.",
                 *       "code": "123456",
                 *       "revision": "text"
                 *     }
                 */
                "application/json": components["schemas"]["ApproveWithdrawalDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "withdrawalId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "status": "requested",
                     *       "asset": "BTC",
                     *       "network": "bitcoin",
                     *       "address": "text",
                     *       "amountKrw": 1,
                     *       "feeKrw": 1,
                     *       "totalKrw": 1,
                     *       "quotedUnits": "text",
                     *       "amountUnits": null,
                     *       "txid": null,
                     *       "confirmations": 1,
                     *       "coolingUntil": "2026-03-01T09:00:00.000Z",
                     *       "needsApproval": true,
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "changedAt": "2026-03-01T09:00:00.000Z",
                     *       "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "revision": "text",
                     *       "personsNeeded": 1,
                     *       "approvals": 1,
                     *       "expiresAt": "2026-03-01T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StaffWithdrawalDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `FORBIDDEN` You may not do this.
             *
             *     `SECOND_FACTOR_NOT_SET_UP` This needs a second factor; set one up first.
             *
             *     `SECOND_FACTOR_INVALID` The code is wrong, too old or used already.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "FORBIDDEN" | "SECOND_FACTOR_NOT_SET_UP" | "SECOND_FACTOR_INVALID" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /**
             * @description `WITHDRAWAL_MOVED_ON` The withdrawal has moved on; look at it again.
             *
             *     `REQUEST_CHANGED` This is not what was requested; look at it again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "WITHDRAWAL_MOVED_ON" | "REQUEST_CHANGED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_LOCKED` Too many codes were tried; wait before the next one.
             *
             *     `RATE_LIMITED` Too many requests; wait before the next one.
             */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_LOCKED" | "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffWithdrawalsController_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                withdrawalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone.",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["DecideWithdrawalDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "withdrawalId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "status": "requested",
                     *       "asset": "BTC",
                     *       "network": "bitcoin",
                     *       "address": "text",
                     *       "amountKrw": 1,
                     *       "feeKrw": 1,
                     *       "totalKrw": 1,
                     *       "quotedUnits": "text",
                     *       "amountUnits": null,
                     *       "txid": null,
                     *       "confirmations": 1,
                     *       "coolingUntil": "2026-03-01T09:00:00.000Z",
                     *       "needsApproval": true,
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "changedAt": "2026-03-01T09:00:00.000Z",
                     *       "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "revision": "text",
                     *       "personsNeeded": 1,
                     *       "approvals": 1,
                     *       "expiresAt": "2026-03-01T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StaffWithdrawalDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `FORBIDDEN` You may not do this.
             *
             *     `SECOND_FACTOR_NOT_SET_UP` This needs a second factor; set one up first.
             *
             *     `SECOND_FACTOR_INVALID` The code is wrong, too old or used already.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "FORBIDDEN" | "SECOND_FACTOR_NOT_SET_UP" | "SECOND_FACTOR_INVALID" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `WITHDRAWAL_MOVED_ON` The withdrawal has moved on; look at it again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "WITHDRAWAL_MOVED_ON";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_LOCKED` Too many codes were tried; wait before the next one.
             *
             *     `RATE_LIMITED` Too many requests; wait before the next one.
             */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_LOCKED" | "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffWithdrawalsController_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                withdrawalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone.",
                 *       "code": "123456",
                 *       "outcome": "completed",
                 *       "txid": "b6f6991d03df0e2e04dafffcd6bc418aac66049e2cd74b80f14ac86db1e3f0da"
                 *     }
                 */
                "application/json": components["schemas"]["ResolveWithdrawalDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "0190a7c2-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["ResolveOutcomeDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `FORBIDDEN` You may not do this.
             *
             *     `SECOND_FACTOR_NOT_SET_UP` This needs a second factor; set one up first.
             *
             *     `SECOND_FACTOR_INVALID` The code is wrong, too old or used already.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "FORBIDDEN" | "SECOND_FACTOR_NOT_SET_UP" | "SECOND_FACTOR_INVALID" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /**
             * @description `WITHDRAWAL_MOVED_ON` The withdrawal has moved on; look at it again.
             *
             *     `STATE_CONFLICT` It is not in a state that allows this; look at it again.
             *
             *     `REQUEST_PENDING` The same request waits for its approval already.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "WITHDRAWAL_MOVED_ON" | "STATE_CONFLICT" | "REQUEST_PENDING";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `SECOND_FACTOR_LOCKED` Too many codes were tried; wait before the next one.
             *
             *     `RATE_LIMITED` Too many requests; wait before the next one.
             */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_LOCKED" | "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `PAYMENT_GATEWAY_UNAVAILABLE` The payment gateway did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 502;
                        /** @enum {string} */
                        code?: "PAYMENT_GATEWAY_UNAVAILABLE";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    LimitsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "deposit",
                     *           "period": "day",
                     *           "amountKrw": 1,
                     *           "usedKrw": 1,
                     *           "periodFrom": "2026-03-01T09:00:00.000Z",
                     *           "next": {
                     *             "amountKrw": 1,
                     *             "from": "2026-03-01T09:00:00.000Z"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LimitsDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    LimitsController_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "deposit" | "loss";
                /** @description In Seoul; a week begins on Monday. */
                period: "day" | "week" | "month";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amountKrw": 100000
                 *     }
                 */
                "application/json": components["schemas"]["SetLimitDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "deposit",
                     *           "period": "day",
                     *           "amountKrw": 1,
                     *           "usedKrw": 1,
                     *           "periodFrom": "2026-03-01T09:00:00.000Z",
                     *           "next": {
                     *             "amountKrw": 1,
                     *             "from": "2026-03-01T09:00:00.000Z"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LimitsDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INVALID_AMOUNT` The amount must be a whole number of won in the allowed range. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "INVALID_AMOUNT";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    LimitsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "deposit" | "loss";
                /** @description In Seoul; a week begins on Monday. */
                period: "day" | "week" | "month";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "deposit",
                     *           "period": "day",
                     *           "amountKrw": 1,
                     *           "usedKrw": 1,
                     *           "periodFrom": "2026-03-01T09:00:00.000Z",
                     *           "next": {
                     *             "amountKrw": 1,
                     *             "from": "2026-03-01T09:00:00.000Z"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LimitsDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    LimitsController_exclusion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "isExcluded": true,
                     *       "kind": "cool_off",
                     *       "until": null
                     *     }
                     */
                    "application/json": components["schemas"]["ExclusionDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    LimitsController_exclude: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "cool_off",
                 *       "days": 1,
                 *       "months": 6
                 *     }
                 */
                "application/json": components["schemas"]["ExcludeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "isExcluded": true,
                     *       "kind": "cool_off",
                     *       "until": null
                     *     }
                     */
                    "application/json": components["schemas"]["ExclusionDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /**
             * @description `ACCOUNT_EXCLUDED` You have excluded yourself from play; withdrawals stay possible.
             *
             *     `ACCOUNT_FROZEN` The account is frozen; contact support.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_EXCLUDED" | "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    VipController_standing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "level": "bronze",
                     *       "rakebackBp": 1,
                     *       "runningRakeKrw": 1,
                     *       "weekRakeKrw": 1,
                     *       "expectedRakebackKrw": 1,
                     *       "nextPaymentAt": "2026-03-01T09:00:00.000Z",
                     *       "next": {
                     *         "level": "bronze",
                     *         "rakebackBp": 1,
                     *         "missingKrw": 1,
                     *         "progressBp": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["VipStandingDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    VipController_history: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "week": "2026-W47",
                     *           "rakeKrw": 1,
                     *           "level": "bronze",
                     *           "rakebackBp": 1,
                     *           "rakebackKrw": 1,
                     *           "paidAt": null,
                     *           "transferId": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["RakebackWeekPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffRakeController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "stakesId": "0190a7c2-0000-7000-8000-000000000001",
                     *         "name": "text",
                     *         "smallBlindKrw": 1,
                     *         "bigBlindKrw": 1,
                     *         "terms": [
                     *           {
                     *             "rateBp": 1,
                     *             "capKrw": 1,
                     *             "effectiveFrom": null,
                     *             "requestId": null,
                     *             "inForce": true
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["StakesRakeDto"][];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffRakeController_pending: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "requestId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "status": "pending",
                     *           "payload": {},
                     *           "payloadHash": "text",
                     *           "reason": "text",
                     *           "requestedBy": "0190a7c2-0000-7000-8000-000000000001",
                     *           "requestedAt": "2026-03-01T09:00:00.000Z",
                     *           "expiresAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["RakeRequestPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffRakeController_propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "stakesId": "0190a7c2-0000-7000-8000-000000000001",
                 *       "rateBp": 0,
                 *       "capKrw": 1,
                 *       "effectiveFrom": "2026-12-01T04:00:00+09:00",
                 *       "reason": "text"
                 *     }
                 */
                "application/json": components["schemas"]["RakeChangeDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "status": "pending",
                     *       "payload": {},
                     *       "payloadHash": "text",
                     *       "reason": "text",
                     *       "requestedBy": "0190a7c2-0000-7000-8000-000000000001",
                     *       "requestedAt": "2026-03-01T09:00:00.000Z",
                     *       "expiresAt": "2026-03-01T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RakeRequestDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `REQUEST_PENDING` The same request waits for its approval already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "REQUEST_PENDING";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT` The amount must be a whole number of won in the allowed range.
             *
             *     `TERMS_TOO_SOON` New terms need ten minutes until they come into force.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "INVALID_AMOUNT" | "TERMS_TOO_SOON";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffRakeController_weeks: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "week": "2026-W47",
                     *           "closedAt": "2026-03-01T09:00:00.000Z",
                     *           "owedAt": null,
                     *           "paidAt": null,
                     *           "players": 1,
                     *           "rakebackKrw": 1,
                     *           "unpaid": 1,
                     *           "attempts": 1,
                     *           "lastError": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["RakebackRunPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffRakeController_payments: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
            };
            header?: never;
            path: {
                week: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "week": "2026-W47",
                     *           "rakeKrw": 1,
                     *           "level": "bronze",
                     *           "rakebackBp": 1,
                     *           "rakebackKrw": 1,
                     *           "paidAt": null,
                     *           "transferId": null,
                     *           "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "nickname": "text"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["RakebackPaymentPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffAuditController_search: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
                /** @description A user’s id, or the name of a part of the system. */
                actor?: string;
                /** @description What was done. */
                action?: string;
                /** @description What it was done to. */
                subject?: string;
                /** @description From this moment on. */
                from?: string;
                /** @description Before this moment. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a7c2-0000-7000-8000-000000000001",
                     *           "recordedAt": "2026-03-01T09:00:00.000Z",
                     *           "actorId": null,
                     *           "actorRole": "risk",
                     *           "action": "player.freeze",
                     *           "subject": "player:0190a7c2-0000-7000-8000-000000000001",
                     *           "outcome": "done",
                     *           "reason": "Asked for by the player.",
                     *           "details": {
                     *             "sessionsClosed": 2
                     *           },
                     *           "requestId": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditEventPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffAuditController_transfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "leafHash": "text",
                     *       "seal": {
                     *         "index": 3,
                     *         "path": [
                     *           "text"
                     *         ],
                     *         "block": {
                     *           "height": 4711,
                     *           "fromXid": "81234",
                     *           "belowXid": "81270",
                     *           "records": 12,
                     *           "root": "text",
                     *           "previousHead": "text",
                     *           "sealedAt": "2026-03-01T09:00:00.000Z",
                     *           "keyId": "text",
                     *           "head": "text",
                     *           "signature": "text"
                     *         },
                     *         "publicKey": null
                     *       },
                     *       "record": {}
                     *     }
                     */
                    "application/json": components["schemas"]["TransferAuditDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    FindingsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
                /** @description Only findings that stand so. */
                status?: "open" | "explained" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a7c2-0000-7000-8000-000000000001",
                     *           "kind": "gateway",
                     *           "subject": "asset:BTC",
                     *           "expected": "150000",
                     *           "found": "140000",
                     *           "status": "open",
                     *           "firstSeenAt": "2026-03-01T09:00:00.000Z",
                     *           "lastSeenAt": "2026-03-01T09:00:00.000Z",
                     *           "timesSeen": 3,
                     *           "resolvedBy": null,
                     *           "resolution": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["FindingPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    FindingsController_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone.",
                 *       "status": "explained"
                 *     }
                 */
                "application/json": components["schemas"]["FindingResolutionDto"];
            };
        };
        responses: {
            /** @description The finding is resolved. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `STATE_CONFLICT` It is not in a state that allows this; look at it again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "STATE_CONFLICT";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    TransactionProofController_proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "leafHash": "text",
                     *       "seal": {
                     *         "index": 3,
                     *         "path": [
                     *           "text"
                     *         ],
                     *         "block": {
                     *           "height": 4711,
                     *           "fromXid": "81234",
                     *           "belowXid": "81270",
                     *           "records": 12,
                     *           "root": "text",
                     *           "previousHead": "text",
                     *           "sealedAt": "2026-03-01T09:00:00.000Z",
                     *           "keyId": "text",
                     *           "head": "text",
                     *           "signature": "text"
                     *         },
                     *         "publicKey": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TransactionProofDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    ExportsController_deposits: {
        parameters: {
            query: {
                /** @description First day in Seoul. */
                from: string;
                /** @description Last day in Seoul, included. */
                to: string;
                /** @description Of one player; of all unless told. */
                userId?: string;
                /** @description All statuses unless told. */
                status?: "detected" | "confirming" | "confirmed" | "credited" | "under_min" | "unsupported_asset" | "unknown_address" | "rate_hold" | "limit_hold" | "aml_hold" | "manual_review" | "orphaned" | "reversed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line a deposit, after a line of names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `EXPORT_TOO_LARGE` This list is too long for one file; ask for fewer days. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "EXPORT_TOO_LARGE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    ExportsController_withdrawals: {
        parameters: {
            query: {
                /** @description First day in Seoul. */
                from: string;
                /** @description Last day in Seoul, included. */
                to: string;
                /** @description Of one player; of all unless told. */
                userId?: string;
                /** @description All statuses unless told. */
                status?: "requested" | "cooling" | "approved" | "queued" | "submitting" | "submitted" | "confirming" | "completed" | "unknown" | "cancelled_by_user" | "rejected" | "expired" | "failed_returned";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line a withdrawal, after a line of names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `EXPORT_TOO_LARGE` This list is too long for one file; ask for fewer days. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "EXPORT_TOO_LARGE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    ExportsController_auditEvents: {
        parameters: {
            query: {
                /** @description First day in Seoul. */
                from: string;
                /** @description Last day in Seoul, included. */
                to: string;
                /** @description A user’s id, or the name of a part of the system. */
                actor?: string;
                /** @description What was done. */
                action?: string;
                /** @description What it was done to. */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line an event, after a line of names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `EXPORT_TOO_LARGE` This list is too long for one file; ask for fewer days. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "EXPORT_TOO_LARGE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    ExportsController_transactions: {
        parameters: {
            query: {
                /** @description First day in Seoul. */
                from: string;
                /** @description Last day in Seoul, included. */
                to: string;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line a transaction, after a line of names: as the player’s own statement. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `EXPORT_TOO_LARGE` This list is too long for one file; ask for fewer days. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "EXPORT_TOO_LARGE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    DeadLettersController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
                /** @description Of one queue; of all unless told. */
                queue?: "settlement" | "analytics" | "notification" | "archive";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a7c2-0000-7000-8000-000000000001",
                     *           "topic": "hand.settled",
                     *           "about": {
                     *             "handId": "0190a7c2-0000-7000-8000-000000000001"
                     *           },
                     *           "attempts": 5,
                     *           "lastError": "smtp did not answer",
                     *           "requestId": "text",
                     *           "createdAt": "2026-03-01T09:00:00.000Z",
                     *           "deadAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    DeadLettersController_replayAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone.",
                 *       "queue": "settlement"
                 *     }
                 */
                "application/json": components["schemas"]["ReplayAllDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "replayed": 12
                     *     }
                     */
                    "application/json": components["schemas"]["ReplayedDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    DeadLettersController_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone."
                 *     }
                 */
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description It is tried within seconds. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    DeadLettersController_drop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone."
                 *     }
                 */
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Nobody tries it again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `STATE_CONFLICT` It is not in a state that allows this; look at it again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "STATE_CONFLICT";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    IntegrityCasesController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
                /** @description Only cases of that kind. */
                kind?: "chip_dumping" | "soft_play" | "shared_access" | "bot_timing";
                /** @description Only cases that stand so. */
                status?: "open" | "confirmed" | "dismissed";
                /** @description A player, alone or as one of two. */
                userId?: string;
                /** @description Only cases at least that rare. */
                minScore?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a7c2-0000-7000-8000-000000000001",
                     *           "kind": "chip_dumping",
                     *           "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "nickname": "ann",
                     *           "partnerId": null,
                     *           "partnerNickname": "ben",
                     *           "score": 4.2,
                     *           "status": "open",
                     *           "firstSeenAt": "2026-03-01T09:00:00.000Z",
                     *           "lastSeenAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CasePageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    IntegrityCasesController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a7c2-0000-7000-8000-000000000001",
                     *       "kind": "chip_dumping",
                     *       "userId": "0190a7c2-0000-7000-8000-000000000001",
                     *       "nickname": "ann",
                     *       "partnerId": null,
                     *       "partnerNickname": "ben",
                     *       "score": 4.2,
                     *       "status": "open",
                     *       "firstSeenAt": "2026-03-01T09:00:00.000Z",
                     *       "lastSeenAt": "2026-03-01T09:00:00.000Z",
                     *       "evidence": {
                     *         "hands": 1000,
                     *         "giver": "a",
                     *         "taker": "b",
                     *         "surrenders": 12,
                     *         "expectedSurrenders": 0.3
                     *       },
                     *       "hands": [
                     *         {
                     *           "handId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "weight": 40
                     *         }
                     *       ],
                     *       "windowFrom": "2026-03-01T09:00:00.000Z",
                     *       "windowTo": "2026-03-01T09:00:00.000Z",
                     *       "resolvedBy": null,
                     *       "resolution": null
                     *     }
                     */
                    "application/json": components["schemas"]["CaseDetailsDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    IntegrityCasesController_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Called on 12 March about a lost telephone.",
                 *       "status": "confirmed"
                 *     }
                 */
                "application/json": components["schemas"]["CaseResolutionDto"];
            };
        };
        responses: {
            /** @description The case is judged. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `STATE_CONFLICT` It is not in a state that allows this; look at it again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 409;
                        /** @enum {string} */
                        code?: "STATE_CONFLICT";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    NotificationsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Items of the page; 20 unless told. */
                limit?: unknown;
                /** @description Only what was not read yet. */
                unread?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unread": 2,
                     *       "items": [
                     *         {
                     *           "id": "0190a7c2-0000-7000-8000-000000000001",
                     *           "topic": "deposit.credited",
                     *           "title": "Deposit credited",
                     *           "text": "Your deposit of USDT put ₩1,000,000 into your wallet.",
                     *           "facts": {
                     *             "depositId": "0190a7c2-0000-7000-8000-000000000001",
                     *             "amountKrw": 1000000
                     *           },
                     *           "createdAt": "2026-03-01T09:00:00.000Z",
                     *           "readAt": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["NotificationPageDto"];
                };
            };
            /**
             * @description `INVALID_CURSOR` The cursor was not issued for this list.
             *
             *     `VALIDATION_FAILED` The request is not of the documented shape.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "INVALID_CURSOR" | "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    NotificationsController_readUpTo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "upTo": "0190a7c2-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["ReadUpToDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unread": 2
                     *     }
                     */
                    "application/json": components["schemas"]["UnreadDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    NotificationsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notificationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unread": 2
                     *     }
                     */
                    "application/json": components["schemas"]["UnreadDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `NOT_FOUND` There is nothing here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 404;
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    PreferencesController_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "language": "ko",
                     *       "preferences": [
                     *         {
                     *           "topic": "deposit.credited",
                     *           "channel": "email",
                     *           "isOn": true,
                     *           "isFixed": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PreferencesDto"];
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    PreferencesController_setPreference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topic: "deposit.credited" | "withdrawal.changed" | "rakeback.paid" | "vip.level_changed" | "security.event";
                /** @description `in_app`: on open sockets; the list has it anyway. `webhook`: pushed to phones. */
                channel: "email" | "webhook" | "in_app";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "isOn": false
                 *     }
                 */
                "application/json": components["schemas"]["SetPreferenceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "language": "ko",
                     *       "preferences": [
                     *         {
                     *           "topic": "deposit.credited",
                     *           "channel": "email",
                     *           "isOn": true,
                     *           "isFixed": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PreferencesDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `NOTIFICATION_REQUIRED` This notification cannot be switched off. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 422;
                        /** @enum {string} */
                        code?: "NOTIFICATION_REQUIRED";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    PreferencesController_setLanguage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "ko"
                 *     }
                 */
                "application/json": components["schemas"]["LanguageDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "language": "ko",
                     *       "preferences": [
                     *         {
                     *           "topic": "deposit.credited",
                     *           "channel": "email",
                     *           "isOn": true,
                     *           "isFixed": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PreferencesDto"];
                };
            };
            /**
             * @description `VALIDATION_FAILED` The request is not of the documented shape.
             *
             *     `MALFORMED_JSON` The body is not valid JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED" | "MALFORMED_JSON";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE` The body is larger than this endpoint takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 413;
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Send application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 415;
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    OwnStatisticsController_own: {
        parameters: {
            query?: {
                /** @description 30 days before `to` unless told. */
                from?: string;
                /** @description Today in Seoul unless told. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-01",
                     *       "to": "2026-11-30",
                     *       "hands": 1200,
                     *       "wonHands": 1,
                     *       "vpipHands": 1,
                     *       "pfrHands": 1,
                     *       "threeBetChances": 1,
                     *       "threeBetHands": 1,
                     *       "aggressiveActions": 1,
                     *       "calls": 1,
                     *       "showdownHands": 1,
                     *       "netKrw": 1,
                     *       "putInKrw": 1,
                     *       "rakeKrw": 1,
                     *       "vpipBp": 2350,
                     *       "pfrBp": 2350,
                     *       "threeBetBp": 2350,
                     *       "wonBp": 2350,
                     *       "showdownBp": 2350,
                     *       "aggressionFactor": 2.15
                     *     }
                     */
                    "application/json": components["schemas"]["PlayerStatisticsDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffStatisticsController_player: {
        parameters: {
            query?: {
                /** @description 30 days before `to` unless told. */
                from?: string;
                /** @description Today in Seoul unless told. */
                to?: string;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-01",
                     *       "to": "2026-11-30",
                     *       "hands": 1200,
                     *       "wonHands": 1,
                     *       "vpipHands": 1,
                     *       "pfrHands": 1,
                     *       "threeBetChances": 1,
                     *       "threeBetHands": 1,
                     *       "aggressiveActions": 1,
                     *       "calls": 1,
                     *       "showdownHands": 1,
                     *       "netKrw": 1,
                     *       "putInKrw": 1,
                     *       "rakeKrw": 1,
                     *       "vpipBp": 2350,
                     *       "pfrBp": 2350,
                     *       "threeBetBp": 2350,
                     *       "wonBp": 2350,
                     *       "showdownBp": 2350,
                     *       "aggressionFactor": 2.15
                     *     }
                     */
                    "application/json": components["schemas"]["PlayerStatisticsDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffStatisticsController_days: {
        parameters: {
            query?: {
                /** @description 30 days before `to` unless told. */
                from?: string;
                /** @description Today in Seoul unless told. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "day": "2026-11-21",
                     *           "hands": 1,
                     *           "activePlayers": 1,
                     *           "potKrw": 1,
                     *           "rakeKrw": 1,
                     *           "isClosed": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["HouseDaysDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    StaffStatisticsController_tables: {
        parameters: {
            query?: {
                /** @description 30 days before `to` unless told. */
                from?: string;
                /** @description Today in Seoul unless told. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "tableId": "0190a7c2-0000-7000-8000-000000000001",
                     *           "name": "text",
                     *           "hands": 1,
                     *           "playerHands": 1,
                     *           "potKrw": 1,
                     *           "rakeKrw": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TablePlaysDto"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not of the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 400;
                        /** @enum {string} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /**
             * @description `TOKEN_MISSING` Send an access token.
             *
             *     `TOKEN_INVALID` The access token is not valid.
             *
             *     `TOKEN_EXPIRED` The access token has expired; refresh it.
             *
             *     `SESSION_REVOKED` The session has ended; log in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 401;
                        /** @enum {string} */
                        code?: "TOKEN_MISSING" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "SESSION_REVOKED";
                    };
                };
            };
            /** @description `ACCOUNT_FROZEN` The account is frozen; contact support. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 403;
                        /** @enum {string} */
                        code?: "ACCOUNT_FROZEN";
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests; wait before the next one. */
            429: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 429;
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR` Something broke on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 500;
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE` A service that this needs is away; try again soon. */
            503: {
                headers: {
                    /** @description Seconds to wait before another try. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {integer} */
                        status?: 503;
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
}
