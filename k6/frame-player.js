// Made of libs/client/src/frame-player.ts by npm run reference.
/**
 * A player in frames: as much of Engine.IO 4 and Socket.IO 5 as one namespace over WebSocket needs,
 * and as much of a table as one needs to play at it. It imports nothing, so that k6 can run it too:
 * `npm run reference` writes it to k6/frame-player.js.
 */ /** An ack, as it comes. */ /** What such a player does: mostly sees the hand through, folds now and then, raises seldom. */ export function choosePlay(
  legal,
  currentBetKrw,
  random,
) {
  const mood = random();
  if (mood > 0.93 && legal.minRaiseToKrw !== null) {
    return {
      action: currentBetKrw === 0 ? 'bet' : 'raise',
      toKrw: legal.minRaiseToKrw,
    };
  }
  if (legal.canCheck)
    return {
      action: 'check',
    };
  return {
    action: mood < 0.15 ? 'fold' : 'call',
  };
}
/** One player on one socket. Give it every frame that comes; it says what to send. */ export class FramePlayer {
  get isMyTurn() {
    var _this_seat;
    return (
      this.turn !== null &&
      this.turn.seat ===
        ((_this_seat = this.seat) === null || _this_seat === void 0 ? void 0 : _this_seat.seat)
    );
  }
  /** A frame of the server, as text. */ receive(frame) {
    const kind = frame.slice(0, 2);
    if (frame === '2') this.options.send('3');
    else if (kind === '43') this.answered(frame);
    else if (kind === '42') this.heard(frame);
    else if (kind === '40') this.options.onReady(null);
    else if (kind === '44') this.options.onReady(refusalIn(frame));
    else if (frame.startsWith('0')) this.greet();
  }
  /** Sends a command; the same as the stock client does with an ack. */ command(type, body, then) {
    const number = this.asked;
    this.asked += 1;
    this.waiting.set(number, then);
    const cmdId = `${this.options.name}-${number}`;
    this.options.send(
      `42${number}${JSON.stringify([
        'cmd',
        {
          cmdId,
          type,
          ...body,
        },
      ])}`,
    );
  }
  /** Follows a table and takes a seat there. */ sit(seat, then) {
    this.seat = seat;
    this.stackKrw = seat.buyInKrw;
    this.follow(seat.tableId, () => {
      this.command(
        'table.sit',
        {
          ...seat,
          entry: 'post',
        },
        then,
      );
    });
  }
  /** Follows a table. */ follow(tableId, then) {
    this.tableId = tableId;
    this.stateVersion = 0;
    this.watch(then);
  }
  /** Does what `choosePlay` says; false where it is not this player's turn. */ act(then) {
    const { turn, handId, stateVersion, seat } = this;
    if (turn === null || turn.seat !== (seat === null || seat === void 0 ? void 0 : seat.seat))
      return false;
    const play = choosePlay(turn.legal, this.currentBetKrw, this.options.random);
    this.turn = null;
    this.command(
      'table.act',
      {
        tableId: seat.tableId,
        handId,
        stateVersion,
        ...play,
      },
      then,
    );
    return true;
  }
  greet() {
    this.options.send(
      `40${JSON.stringify({
        token: this.options.token,
      })}`,
    );
  }
  answered(frame) {
    const from = frame.indexOf('[');
    const number = Number(frame.slice(2, from));
    const then = this.waiting.get(number);
    this.waiting.delete(number);
    if (then !== undefined) then(JSON.parse(frame.slice(from))[0]);
  }
  heard(frame) {
    const [event, body] = JSON.parse(frame.slice(2));
    if (event === 'delta') this.applyDelta(body);
    else if (event === 'snapshot') this.applySnapshot(body);
  }
  watch(then) {
    const { tableId } = this;
    if (this.isAsking) return;
    this.isAsking = true;
    this.command(
      'table.watch',
      {
        tableId,
      },
      ({ data }) => {
        this.isAsking = false;
        if ((data === null || data === void 0 ? void 0 : data.snapshot) !== undefined)
          this.applySnapshot(data.snapshot);
        then === null || then === void 0 ? void 0 : then();
      },
    );
  }
  applySnapshot({ tableId, stateVersion, table }) {
    var _this_options_onVersion, _this_options;
    if (tableId !== this.tableId || stateVersion < this.stateVersion) return;
    this.stateVersion = stateVersion;
    this.read(table);
    (_this_options_onVersion = (_this_options = this.options).onVersion) === null ||
    _this_options_onVersion === void 0
      ? void 0
      : _this_options_onVersion.call(_this_options, stateVersion);
  }
  applyDelta({ tableId, stateVersion, patch }) {
    var _this_options_onVersion, _this_options;
    if (tableId !== this.tableId || stateVersion <= this.stateVersion) return;
    if (stateVersion !== this.stateVersion + 1) {
      this.watch();
      return;
    }
    this.stateVersion = stateVersion;
    this.read(patch);
    (_this_options_onVersion = (_this_options = this.options).onVersion) === null ||
    _this_options_onVersion === void 0
      ? void 0
      : _this_options_onVersion.call(_this_options, stateVersion);
  }
  read(table) {
    var _this_seat, _table_seats;
    if (table.handId !== undefined) this.handId = table.handId;
    if (table.street !== undefined) this.street = table.street;
    if (table.currentBetKrw !== undefined) this.currentBetKrw = table.currentBetKrw;
    if (table.turn !== undefined) this.turn = table.turn;
    const mine =
      (_table_seats = table.seats) === null || _table_seats === void 0
        ? void 0
        : _table_seats[
            String(
              (_this_seat = this.seat) === null || _this_seat === void 0 ? void 0 : _this_seat.seat,
            )
          ];
    if (mine !== undefined && mine !== null) this.stackKrw = mine.stackKrw;
    if (this.street === null) this.refill();
  }
  /** Between hands: whoever has little left fills up, so that the table does not run dry. */ refill() {
    const { seat, stackKrw } = this;
    if (seat === null || stackKrw * 4 > seat.buyInKrw) return;
    this.stackKrw = seat.buyInKrw;
    const { tableId } = seat;
    this.command(
      'table.top_up',
      {
        tableId,
        amountKrw: seat.buyInKrw - stackKrw,
      },
      () => {
        this.command(
          'table.sit_in',
          {
            tableId,
            entry: 'post',
          },
          () => undefined,
        );
      },
    );
  }
  constructor(options) {
    this.options = options;
    this.handId = null;
    this.street = null;
    this.turn = null;
    this.stateVersion = 0;
    this.seat = null;
    this.tableId = '';
    this.stackKrw = 0;
    this.currentBetKrw = 0;
    this.asked = 0;
    this.isAsking = false;
    this.waiting = new Map();
  }
}
/** The code in a refused handshake. */ function refusalIn(frame) {
  var _ref;
  const { message, data } = JSON.parse(frame.slice(2));
  return (_ref = data === null || data === void 0 ? void 0 : data.code) !== null && _ref !== void 0
    ? _ref
    : message;
}
