package org.standardops.services.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Pieces of time. */
record Spans(List<Span> pieces) {

  static final Spans NONE = new Spans(List.of());

  Spans {
    pieces = List.copyOf(pieces);
  }

  /** One piece; {@code to} is not part of it. */
  record Span(Instant from, Instant to) {

    private boolean isEmpty() {
      return !from.isBefore(to);
    }

    private Span and(Span other) {
      return new Span(
          from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }
  }

  static Spans of(Instant from, Instant to) {
    return NONE.with(from, to);
  }

  Spans with(Instant from, Instant to) {
    List<Span> more = new ArrayList<>(pieces);
    more.add(new Span(from, to));
    more.removeIf(Span::isEmpty);
    return new Spans(more);
  }

  Spans and(Spans other) {
    List<Span> common = new ArrayList<>();
    for (Span mine : pieces) {
      other.pieces.forEach(theirs -> common.add(mine.and(theirs)));
    }
    common.removeIf(Span::isEmpty);
    return new Spans(common);
  }

  Spans minus(Spans other) {
    List<Span> left = pieces;
    for (Span hole : other.pieces) {
      List<Span> next = new ArrayList<>();
      for (Span piece : left) {
        if (piece.and(hole).isEmpty()) {
          next.add(piece);
        } else {
          next.add(new Span(piece.from(), hole.from()));
          next.add(new Span(hole.to(), piece.to()));
        }
      }
      next.removeIf(Span::isEmpty);
      left = next;
    }
    return new Spans(left);
  }

  Duration total() {
    return pieces.stream()
        .map(span -> Duration.between(span.from(), span.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
