package io.tillbot.adapter.slack;

import com.slack.api.methods.response.users.UsersInfoResponse;
import io.tillbot.adapter.slack.Known.Found;
import io.tillbot.core.access.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * In which language people use Slack, as far as the bot speaks it: Russian, else English. Needs the
 * scope {@code users:read}. <a
 * href="https://docs.slack.dev/reference/methods/users.info">users.info</a>
 */
final class Languages {
  private static final int PEOPLE = 10_000;

  /** A form is acknowledged in somebody's language within three seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration LIFE = Duration.ofHours(1);
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(5);
  private static final Locale RUSSIAN = Locale.of("ru");

  private final Lookups lookups;
  private final Known<Caller, Locale> locales;

  Languages(Lookups lookups, Clock clock, Executor threads) {
    this.lookups = lookups;
    this.locales = new Known<>(PEOPLE, PATIENCE, clock, threads);
  }

  /** In which language that person is answered. */
  Locale of(Caller caller) {
    return locales.get(caller, () -> ask(caller), Locale.ENGLISH);
  }

  private Found<Locale> ask(Caller caller) {
    return lookups
        .ask(
            "users.info",
            caller,
            methods ->
                methods.usersInfo(request -> request.user(caller.user()).includeLocale(true)))
        .map(Languages::spoken)
        .map(locale -> new Found<>(locale, LIFE))
        .orElseGet(() -> new Found<>(Locale.ENGLISH, AFTER_TROUBLE));
  }

  private static Locale spoken(UsersInfoResponse told) {
    return Optional.ofNullable(told.getUser())
        .flatMap(user -> Optional.ofNullable(user.getLocale()))
        .map(locale -> Locale.forLanguageTag(locale.replace('_', '-')))
        .filter(locale -> locale.getLanguage().equals(RUSSIAN.getLanguage()))
        .map(_ -> RUSSIAN)
        .orElse(Locale.ENGLISH);
  }
}
