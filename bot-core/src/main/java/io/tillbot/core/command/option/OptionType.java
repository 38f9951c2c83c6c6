package io.tillbot.core.command.option;

import io.tillbot.core.reply.Text;
import java.util.List;
import java.util.Optional;

/** A kind of word that a command takes. */
public sealed interface OptionType<T>
    permits IdType,
        OperationType,
        ListType,
        MoneyType,
        DateType,
        ChoiceType,
        TextType,
        CodeType,
        EmailType,
        PhoneType,
        CountryType,
        LocationType,
        AccountType,
        LineType,
        FlagType {

  /** Reads one word; the error text says what was wrong with it and what would be right. */
  Parsed<T> parse(String word);

  /** A word that parses, for help and error texts. */
  String example();

  /** The only words that parse, or none when there are too many to list. */
  default List<String> choices() {
    return List.of();
  }

  /** Whether it takes everything that follows, flags included. */
  default boolean isWholeLine() {
    return this instanceof LineType;
  }

  /** Whether its name alone is enough. */
  default boolean isFlag() {
    return this instanceof FlagType;
  }

  /**
   * What its words name, where a platform may suggest the caller's own; nothing for other words.
   */
  default Optional<Subject> subject() {
    return Optional.empty();
  }

  /** What an id is of. */
  enum Subject {
    INVOICE,
    SERVER,
    CONTACT,
    TRANSACTION
  }

  /** What came of a word. */
  sealed interface Parsed<T> {
    /** It is a value. */
    record Ok<T>(T value) implements Parsed<T> {}

    /** It is not; the text says why and what would be right. */
    record Bad<T>(Text why) implements Parsed<T> {}
  }
}
