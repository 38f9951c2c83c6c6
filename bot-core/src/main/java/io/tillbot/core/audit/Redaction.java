package io.tillbot.core.audit;

import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.option.AccountType;
import io.tillbot.core.command.option.ChoiceType;
import io.tillbot.core.command.option.CodeType;
import io.tillbot.core.command.option.CountryType;
import io.tillbot.core.command.option.DateType;
import io.tillbot.core.command.option.EmailType;
import io.tillbot.core.command.option.FlagType;
import io.tillbot.core.command.option.IdType;
import io.tillbot.core.command.option.LineType;
import io.tillbot.core.command.option.ListType;
import io.tillbot.core.command.option.LocationType;
import io.tillbot.core.command.option.MoneyType;
import io.tillbot.core.command.option.OperationType;
import io.tillbot.core.command.option.OptionType;
import io.tillbot.core.command.option.PhoneType;
import io.tillbot.core.command.option.TextType;
import io.tillbot.core.reply.Plain;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Options as they are audited: of each its name, and its value where a value of its type tells
 * nothing about a person. What does is decided here, for every type there is.
 */
public final class Redaction {
  /** In place of a value. */
  public static final String HIDDEN = "***";

  /** In place of the rest of a value that is too long. */
  public static final String CUT_OFF = "…";

  private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

  private Redaction() {}

  /**
   * The options of a command as they may be kept.
   *
   * @param words that its options took, by the options' names
   */
  public static SortedMap<String, String> of(CommandSpec spec, Map<String, String> words) {
    SortedMap<String, String> kept = new TreeMap<>();
    words.forEach(
        (name, word) ->
            spec.option(name)
                .ifPresent(
                    option -> kept.put(name, isImpersonal(option.type()) ? joined(word) : HIDDEN)));
    return kept;
  }

  /** In one piece: several ids with commas between them, and no more than a row takes. */
  private static String joined(String word) {
    String whole = BETWEEN.matcher(Plain.of(word).strip()).replaceAll(",");
    if (whole.codePointCount(0, whole.length()) <= AuditEntry.What.LONGEST_VALUE) {
      return whole;
    }
    int most = AuditEntry.What.LONGEST_VALUE - CUT_OFF.length();
    return whole.substring(0, whole.offsetByCodePoints(0, most)) + CUT_OFF;
  }

  private static boolean isImpersonal(OptionType<?> type) {
    return switch (type) {
      case IdType<?> _,
          OperationType _,
          ListType<?> _,
          MoneyType _,
          DateType _,
          ChoiceType<?> _,
          LocationType _,
          FlagType _ ->
          true;
      // An account's name is its owner's number; a country is a part of an address.
      case TextType _,
          CodeType _,
          EmailType _,
          PhoneType _,
          CountryType _,
          AccountType _,
          LineType _ ->
          false;
    };
  }
}
