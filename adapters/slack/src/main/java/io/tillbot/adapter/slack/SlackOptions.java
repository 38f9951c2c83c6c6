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
 * Everything that a {@link SlackApp} can be told. Start with {@link #bare}.
 *
 * @param signingSecret with which Slack signs what it posts; empty where nothing is posted, since
 *     everything comes through a socket
 * @param botToken with which the Web API is called, {@code xoxb-…}; empty where workspaces have
 *     tokens of their own
 * @param workspaces what is kept of them; empty where nothing is
 * @param apiUrl the Web API's base, ending in {@code /api/}; https, or http on this machine's own
 *     loopback. It also tells which hosts answers and files may go to
 * @param names how the app's slash commands are called
 * @param patience how long the acknowledgement waits for the answer, well below Slack's three
 *     seconds
 * @param language in which a caller is answered; empty where Slack is asked for it
 * @param clock tells how old a request is
 */
public record SlackOptions(
    Optional<Secret> signingSecret,
    Optional<Secret> botToken,
    Optional<SlackWorkspaces> workspaces,
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
    return bare().withSigningSecret(signingSecret).withBotToken(botToken);
  }

  /** The same without any secret. */
  public static SlackOptions bare() {
    return new SlackOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SLACK,
        CommandNames.standard(),
        PATIENCE,
        Optional.empty(),
        Clock.systemUTC());
  }

  /** The same for what Slack posts. */
  public SlackOptions withSigningSecret(Secret other) {
    return new SlackOptions(
        Optional.of(other), botToken, workspaces, apiUrl, names, patience, language, clock);
  }

  /** The same with a bot's token. */
  public SlackOptions withBotToken(Secret other) {
    return new SlackOptions(
        signingSecret, Optional.of(other), workspaces, apiUrl, names, patience, language, clock);
  }

  /** The same with what is kept of workspaces. */
  public SlackOptions withWorkspaces(SlackWorkspaces other) {
    return new SlackOptions(
        signingSecret, botToken, Optional.of(other), apiUrl, names, patience, language, clock);
  }

  /** The same at another address of the Web API. */
  public SlackOptions withApiUrl(URI other) {
    return new SlackOptions(
        signingSecret, botToken, workspaces, other, names, patience, language, clock);
  }

  /** The same with other names of commands. */
  public SlackOptions withNames(CommandNames other) {
    return new SlackOptions(
        signingSecret, botToken, workspaces, apiUrl, other, patience, language, clock);
  }

  /** The same with another patience. */
  public SlackOptions withPatience(Duration other) {
    return new SlackOptions(
        signingSecret, botToken, workspaces, apiUrl, names, other, language, clock);
  }

  /** The same with a language that Slack is not asked for. */
  public SlackOptions withLanguage(Function<Caller, Locale> other) {
    return new SlackOptions(
        signingSecret, botToken, workspaces, apiUrl, names, patience, Optional.of(other), clock);
  }

  /** The same with another clock. */
  public SlackOptions withClock(Clock other) {
    return new SlackOptions(
        signingSecret, botToken, workspaces, apiUrl, names, patience, language, other);
  }
}
