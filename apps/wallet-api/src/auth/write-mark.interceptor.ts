import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { WRITE_MARKS, type WriteMarks } from '@cardroom/platform';
import { mergeMap, type Observable } from 'rxjs';

import type { AuthorizedRequest } from './access.decorators';

/** Whoever has changed something reads it afterwards, however far a replica is behind. */
@Injectable()
export class WriteMarkInterceptor implements NestInterceptor {
  constructor(@Inject(WRITE_MARKS) private readonly marks: WriteMarks) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, claims } = context.switchToHttp().getRequest<AuthorizedRequest>();
    if (method === 'GET' || claims === undefined) return next.handle();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.marks.mark([claims.userId]);
        return answer;
      }),
    );
  }
}
