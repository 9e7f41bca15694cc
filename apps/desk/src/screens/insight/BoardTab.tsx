import { useMemo } from 'react';
import { useColleagues } from '../../features/conversations/members.ts';
import { BoardView } from '../../features/insight/BoardView.tsx';

/** The floor, with who is there. */
export function BoardTab({ shop }: { shop: string | undefined }) {
  const colleagues = useColleagues();
  const people = useMemo(() => [...colleagues.values()], [colleagues]);
  return <BoardView shop={shop} colleagues={people} />;
}
