import { Injectable, type PipeTransform } from '@nestjs/common';
import { BusinessError } from '@cardroom/platform';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What is no id of a hand is answered as a hand that does not exist. */
@Injectable()
export class HandIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw new BusinessError('NOT_FOUND');
    return value;
  }
}
