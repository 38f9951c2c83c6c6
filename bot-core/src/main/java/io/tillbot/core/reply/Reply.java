package io.tillbot.core.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The neutral card: what to show, without how. Renderers bring it within their platform's limits.
 *
 * @param title one line
 * @param body paragraphs below the title, then the fields, then the table
 * @param notes small print after everything else, such as "5 of 12 shown"
 */
public record Reply(
    Text title,
    Tone tone,
    List<Text> body,
    List<Field> fields,
    Optional<Table> table,
    List<Text> notes,
    List<Button> buttons,
    List<Attachment> attachments) {
  public Reply {
    body = List.copyOf(body);
    fields = List.copyOf(fields);
    notes = List.copyOf(notes);
    buttons = List.copyOf(buttons);
    attachments = List.copyOf(attachments);
  }

  /** A card of a title alone. */
  public static Reply of(Text title) {
    return card(title).build();
  }

  /** A card that starts as this one. */
  public Builder more() {
    Builder card = new Builder(title).tone(tone);
    body.forEach(card::body);
    fields.forEach(field -> card.field(field.name(), field.value()));
    table.ifPresent(card::table);
    notes.forEach(card::note);
    buttons.forEach(button -> card.button(button.label(), button.action()));
    attachments.forEach(card::attach);
    return card;
  }

  /** The same card without the buttons that run something, for where they cannot be kept. */
  public Reply withoutRuns() {
    return without(action -> action instanceof Button.Run || action instanceof Button.Share);
  }

  /** The same card without some of its buttons. */
  public Reply without(Predicate<Button.Action> left) {
    return withButtons(buttons.stream().filter(button -> !left.test(button.action())).toList());
  }

  /** The same card with other buttons. */
  public Reply withButtons(List<Button> others) {
    return new Reply(title, tone, body, fields, table, notes, others, attachments);
  }

  /** Starts a card. */
  public static Builder card(Text title) {
    return new Builder(title);
  }

  /** Collects the parts of a card; not for sharing between threads. */
  public static final class Builder {
    private final Text title;
    private final List<Text> body = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private Tone tone = Tone.NEUTRAL;
    private @Nullable Table table;

    private Builder(Text title) {
      this.title = title;
    }

    public Builder tone(Tone value) {
      tone = value;
      return this;
    }

    public Builder body(Text paragraph) {
      body.add(paragraph);
      return this;
    }

    public Builder field(Text name, Value value) {
      fields.add(new Field(name, value));
      return this;
    }

    /** A field, left out when there is nothing to show; for example with {@code Value::amount}. */
    public <T> Builder fieldIfKnown(
        Text name, @Nullable T known, Function<T, ? extends Value> shown) {
      return known == null ? this : field(name, shown.apply(known));
    }

    public Builder table(Table value) {
      table = value;
      return this;
    }

    public Builder note(Text note) {
      notes.add(note);
      return this;
    }

    /** A button that runs a command. */
    public Builder run(Text label, String line) {
      return button(label, new Button.Run(line));
    }

    public Builder button(Text label, Button.Action action) {
      buttons.add(new Button(label, action));
      return this;
    }

    public Builder attach(Attachment attachment) {
      attachments.add(attachment);
      return this;
    }

    public Reply build() {
      return new Reply(
          title, tone, body, fields, Optional.ofNullable(table), notes, buttons, attachments);
    }
  }
}
