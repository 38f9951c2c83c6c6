package io.tillbot.core.person;

import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Details as they are, and as they are to become. Prints as its details' names alone.
 *
 * @param changes the details that are to become something else
 */
public record Edit(Details present, Details changes) {

  /** Leaves out what is already as it is asked for. */
  public static Edit of(Details present, Details asked) {
    Details.Builder changes = Details.builder();
    asked
        .values()
        .forEach(
            (detail, value) -> {
              if (!value.equals(present.get(detail))) {
                changes.put(detail, value);
              }
            });
    return new Edit(present, changes.build());
  }

  /** Whether there is nothing to change. */
  public boolean isEmpty() {
    return changes.values().isEmpty();
  }

  /** What the detail will be: what is asked for, else what it is. Null when neither is known. */
  public @Nullable String merged(Detail detail) {
    return changes.has(detail) ? changes.get(detail) : present.get(detail);
  }

  /** What a look afterwards shows of the changes. */
  public enum Progress {
    /** Each is as it was asked for. */
    ALL_NEW,
    /** Each is told, and is as it was before. */
    ALL_OLD,
    MIXED
  }

  /** How far the changes have come. */
  public Progress progress(Details now) {
    Set<State> states =
        changes.values().keySet().stream()
            .map(detail -> state(detail, now))
            .collect(Collectors.toSet());
    if (states.equals(Set.of(State.NEW))) {
      return Progress.ALL_NEW;
    }
    return states.equals(Set.of(State.OLD)) ? Progress.ALL_OLD : Progress.MIXED;
  }

  /** What the look showed, detail by detail and without a value, for whoever has to find out. */
  public List<Text> traces(Details now) {
    return changes.values().keySet().stream()
        .map(
            detail ->
                switch (state(detail, now)) {
                  case NEW -> Text.of("edit.trace-new", detail.label());
                  case OLD -> Text.of("edit.trace-old", detail.label());
                  case OTHER -> Text.of("edit.trace-other", detail.label());
                  case UNTOLD -> Text.of("edit.trace-untold", detail.label());
                })
        .toList();
  }

  /** The details that nobody asked to change and that are no longer what they were. */
  public List<Detail> changedBesides(Details now) {
    return present.values().keySet().stream()
        .filter(detail -> !changes.has(detail))
        .filter(detail -> !present.agrees(detail, now))
        .toList();
  }

  /** Puts on the card what will change: what is there masked, what was typed in full. */
  public void showDifference(Reply.Builder card) {
    changes
        .values()
        .forEach(
            (detail, value) -> {
              String before = present.get(detail);
              card.field(
                  detail.label(),
                  Text.of(
                      "confirm.changed",
                      before == null ? Text.of("confirm.not-told") : detail.masked(before),
                      detail.inFull(value)));
            });
    if (changes.has(Detail.EMAIL) || changes.has(Detail.PHONE)) {
      card.note(Text.of("edit.may-be-verified"));
    }
  }

  /** Puts on the card what was changed, masked again. */
  public void showDone(Reply.Builder card) {
    changes.values().forEach((detail, value) -> card.field(detail.label(), detail.masked(value)));
  }

  private enum State {
    NEW,
    OLD,
    OTHER,
    UNTOLD
  }

  private State state(Detail detail, Details now) {
    String before = present.get(detail);
    String asked = changes.get(detail);
    String value = now.get(detail);
    if (value == null || asked == null) {
      return State.UNTOLD;
    }
    // Of one address or number written in two ways, only the very letters tell which it is.
    boolean isOnlyRewritten = before != null && detail.isSame(before, asked);
    if (isOnlyRewritten ? value.equals(asked) : detail.isSame(value, asked)) {
      return State.NEW;
    }
    return before != null && detail.isSame(value, before) ? State.OLD : State.OTHER;
  }

  @Override
  public String toString() {
    return "Edit" + changes.values().keySet();
  }
}
