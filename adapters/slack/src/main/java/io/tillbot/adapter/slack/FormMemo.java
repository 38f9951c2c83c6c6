package io.tillbot.adapter.slack;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a view carries from one step of a form to the next, as its {@code private_metadata}: Slack
 * keeps it and gives it back, signed, to this app alone. Holds nothing that its owner did not type.
 *
 * @param language in which its person reads, as a tag, so that nobody has to be asked for it before
 *     an acknowledgement
 * @param channel where the form was opened from; empty where that was in no channel
 * @param command the form's command; empty where there is no form to go back to
 * @param given options that were given before the form was opened
 * @param typed its answers, once there are some
 */
record FormMemo(
    String language,
    String channel,
    String command,
    Map<String, String> given,
    Map<String, String> typed) {
  private static final int LONGEST = 3_000;
  private static final Gson GSON = new Gson();

  FormMemo {
    given = Map.copyOf(given);
    typed = Map.copyOf(typed);
  }

  /** Of a form that was just opened from there. */
  static FormMemo from(String channel, Locale locale) {
    return new FormMemo(locale.toLanguageTag(), channel, "", Map.of(), Map.of());
  }

  /** The same with a form to go back to. */
  FormMemo of(String form, Map<String, String> options) {
    return new FormMemo(language, channel, form, options, form.equals(command) ? typed : Map.of());
  }

  /** The same with what was typed into the form. */
  FormMemo with(Map<String, String> answers) {
    return new FormMemo(language, channel, command, given, answers);
  }

  Locale locale() {
    return Locale.forLanguageTag(language);
  }

  boolean hasForm() {
    return !command.isEmpty();
  }

  /** As a view keeps it; what was typed is left out where it is too long for that. */
  String metadata() {
    String all = GSON.toJson(new Kept(language, channel, command, given, typed));
    if (all.length() <= LONGEST) {
      return all;
    }
    String withoutTyped = GSON.toJson(new Kept(language, channel, command, given, Map.of()));
    return withoutTyped.length() <= LONGEST
        ? withoutTyped
        : GSON.toJson(new Kept(language, channel, "", Map.of(), Map.of()));
  }

  /**
   * What {@link #metadata()} gave.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static FormMemo of(@Nullable String metadata) {
    try {
      Kept kept = GSON.fromJson(metadata == null ? "" : metadata, Kept.class);
      if (kept == null) {
        throw new IllegalArgumentException("a view without its memo");
      }
      return new FormMemo(
          text(kept.language()),
          text(kept.channel()),
          text(kept.command()),
          words(kept.given()),
          words(kept.typed()));
    } catch (JsonParseException unreadable) {
      throw new IllegalArgumentException("not a view of ours", unreadable);
    }
  }

  private static String text(@Nullable String kept) {
    return Objects.requireNonNullElse(kept, "");
  }

  private static Map<String, String> words(@Nullable Map<String, String> kept) {
    return Optional.ofNullable(kept).orElseGet(Map::of);
  }

  /** May hold what somebody typed: prints as the command's name alone. */
  @Override
  public String toString() {
    return "FormMemo[" + command + "]";
  }

  private record Kept(
      @Nullable String language,
      @Nullable String channel,
      @Nullable String command,
      @Nullable Map<String, String> given,
      @Nullable Map<String, String> typed) {}
}
