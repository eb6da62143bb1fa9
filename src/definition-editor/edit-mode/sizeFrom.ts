import { asSpan, type Span } from '../../model/board/span';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The span of a tile whose corner was dragged so far from where it was, in CSS pixels. A tile that is stretched to the edge of
 * its row counts as drawn: half of its width away is half of its columns less.
 */
export const sizeFrom = (span: Span, box: Size, by: Size): Span =>
  asSpan({
    columns: span.columns * (1 + by.width / box.width),
    rows: span.rows * (1 + by.height / box.height),
  });
