const SETUP = 'handId,handNo,stakes,buttonSeat,smallBlindSeat,bigBlindSeat,seats';

/**
 * The members of the objects of a record, in their order: a packed record names the shape, not the
 * members. What has another shape is packed too, in a few bytes more. It may never change: hands that
 * were packed with it open with nothing else. Another list is another version of the packing.
 */
export const SHAPES: readonly string[] = [
  'events,deal,thoughtMs',
  'type,setup',
  SETUP,
  `${SETUP},entryPosts`,
  `${SETUP},straddle`,
  `${SETUP},boards`,
  `${SETUP},boards,entryPosts`,
  'handId,handNo,buttonSeat,stakes,seats,smallBlindSeat,bigBlindSeat,structure,entryPosts,boards',
  `${SETUP},rabbitHunt`,
  'seat,liveKrw,deadKrw',
  'type,seat,liveKrw,deadKrw',
  'smallBlindKrw,bigBlindKrw,anteKrw,bigBlindAnteKrw',
  'seat,stackKrw',
  'type,seat,amountKrw,dead',
  'type,seat,kind,amountKrw',
  'type,seatsInDealOrder',
  'type,seat,action,toKrw,addedKrw,allIn,bySystem',
  'type,seat,amountKrw',
  'type,street,cards',
  'type,street,cards,run',
  'type,seat,cards',
  'type,seat',
  'type,potIndex,amountKrw,rakeKrw,winners',
  'type,potIndex,run,amountKrw,rakeKrw,winners',
  'seat,amountKrw',
  'type,results,potKrw,rakeKrw',
  'seat,startStackKrw,endStackKrw,netKrw,putInKrw',
  'type,reason',
  'handId,algorithm,root,commitments,seeds,dealOrder',
  'seat,commitment',
  'seat,value',
  'seat',
];
