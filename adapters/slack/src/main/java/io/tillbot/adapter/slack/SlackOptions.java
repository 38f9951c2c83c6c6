package io.tillbot.adapter.slack;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that a {@link SlackApp} can be told. Start with {@link #of(Secret, Secret)}.
 *
 * @param signingSecret with which Slack signs what it sends
 * @param botToken with which the Web API is called: {@code xoxb-…}
 * @param apiUrl the Web API's base, ending in {@code /api/}; https, or http on this machine's own
 *     loopback. It also tells which hosts answers and files may go to
 * @param names how the app's slash commands are called
 * @param patience how long the acknowledgement waits for the answer, well below Slack's three
 *     seconds
 * @param language in which a caller is answered; empty where Slack is asked for it
 * @param clock tells how old a request is
 */
public record SlackOptions(
    Secret signingSecret,
    Secret botToken,
    URI apiUrl,
    CommandNames names,
    Duration patience,
    Optional<Function<Caller, Locale>> language,
    Clock clock) {
  private static final URI SLACK = URI.create("https://slack.com/api/");
  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(2);

  public SlackOptions {
    SlackHosts.requireSafe(apiUrl);
    if (patience.isNegative() || patience.compareTo(LONGEST_PATIENCE) > 0) {
      throw new IllegalArgumentException("an acknowledgement waits 2 seconds at most");
    }
  }

  /** The defaults, for Slack itself, in its people's own languages, on the system's clock. */
  public static SlackOptions of(Secret signingSecret, Secret botToken) {
    return new SlackOptions(
        signingSecret,
        botToken,
        SLACK,
        CommandNames.standard(),
        PATIENCE,
        Optional.empty(),
        Clock.systemUTC());
  }

  /** The same at another address of the Web API. */
  public SlackOptions withApiUrl(URI other) {
    return new SlackOptions(signingSecret, botToken, other, names, patience, language, clock);
  }

  /** The same with other names of commands. */
  public SlackOptions withNames(CommandNames other) {
    return new SlackOptions(signingSecret, botToken, apiUrl, other, patience, language, clock);
  }

  /** The same with another patience. */
  public SlackOptions withPatience(Duration other) {
    return new SlackOptions(signingSecret, botToken, apiUrl, names, other, language, clock);
  }

  /** The same with a language that Slack is not asked for. */
  public SlackOptions withLanguage(Function<Caller, Locale> other) {
    return new SlackOptions(
        signingSecret, botToken, apiUrl, names, patience, Optional.of(other), clock);
  }

  /** The same with another clock. */
  public SlackOptions withClock(Clock other) {
    return new SlackOptions(signingSecret, botToken, apiUrl, names, patience, language, other);
  }
}
