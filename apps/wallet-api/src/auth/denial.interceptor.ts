import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { BusinessError } from '@cardroom/platform';
import { catchError, from, mergeMap, throwError, type Observable } from 'rxjs';

import type { AuthorizedRequest } from './access.decorators';
import { Denials } from './denials';

/** What a service of the back office refused is written down as what its door refused is. */
@Injectable()
export class DenialInterceptor implements NestInterceptor {
  constructor(private readonly denials: Denials) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AuthorizedRequest>();
    return next.handle().pipe(
      catchError((cause: unknown) => {
        const refused = (): Observable<never> => throwError(() => cause);
        if (!(cause instanceof BusinessError)) return refused();
        return from(this.denials.note(request, cause.code)).pipe(mergeMap(refused));
      }),
    );
  }
}
