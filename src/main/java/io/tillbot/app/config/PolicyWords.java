package io.tillbot.app.config;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.command.Effect;
import io.tillbot.core.policy.ChannelId;
import io.tillbot.core.policy.Member;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Spot;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the words of the policy's file become values. */
final class PolicyWords {
  private static final String SNOWFLAKE = "([1-9]\\d{16,19})";
  private static final Pattern TERMINAL = Pattern.compile("terminal:(.+)");
  private static final Pattern SLACK =
      Pattern.compile("slack:([TE][A-Z0-9]{1,30})/([UW][A-Z0-9]{1,30})");
  private static final Pattern SLACK_GROUP = Pattern.compile("slack-group:(S[A-Z0-9]{1,30})");
  private static final Pattern DISCORD = Pattern.compile("discord:" + SNOWFLAKE);
  private static final Pattern DISCORD_ROLE = Pattern.compile("discord-role:" + SNOWFLAKE);
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,8})?");
  private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,6})([smhd])");
  private static final Duration LONGEST = Duration.ofDays(30);

  private PolicyWords() {}

  /** Members of a role; {@code terminal} is nobody where the terminal's own user has no name. */
  static Rule<Set<Member>> member(Optional<Caller> terminal) {
    return new Rule<>(
        text -> members(text, terminal),
        "must be terminal, terminal:NAME, slack:T…/U…, discord:DIGITS, slack-group:S…,"
            + " discord-role:DIGITS or everybody");
  }

  private static Optional<Set<Member>> members(String text, Optional<Caller> terminal) {
    return switch (text) {
      case "terminal" ->
          Optional.of(
              terminal.<Member>map(Member.Person::new).stream()
                  .collect(Collectors.toUnmodifiableSet()));
      case "everybody" -> Optional.of(Set.of(new Member.Everybody()));
      default -> somebody(text).map(Set::of);
    };
  }

  private static Optional<Member> somebody(String text) {
    return Stream.of(
            matched(TERMINAL, text)
                .filter(found -> Caller.isId(found.group(1)))
                .<Member>map(found -> new Member.Person(Caller.local(found.group(1)))),
            matched(SLACK, text)
                .<Member>map(
                    found ->
                        new Member.Person(
                            new Caller(Platform.SLACK, found.group(1), found.group(2)))),
            matched(DISCORD, text)
                .<Member>map(
                    found -> new Member.Person(new Caller(Platform.DISCORD, null, found.group(1)))),
            matched(SLACK_GROUP, text)
                .<Member>map(found -> new Member.Group(Platform.SLACK, found.group(1))),
            matched(DISCORD_ROLE, text)
                .<Member>map(found -> new Member.Group(Platform.DISCORD, found.group(1))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Matcher> matched(Pattern pattern, String text) {
    return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
  }

  /** The name of a rule. */
  static Rule<String> name() {
    return new Rule<>(
        text -> Optional.of(text).filter(RuleRef::isName),
        "must be a name of lower-case letters, digits and hyphens");
  }

  /** What a command does. */
  static Rule<Effect> effect() {
    return choice(Effect.class);
  }

  /** A kind of place or a channel. */
  static Rule<Spot> place() {
    Rule<Place.Kind> kind = choice(Place.Kind.class);
    return new Rule<>(
        text ->
            kind.read(text)
                .<Spot>map(Spot.OfKind::new)
                .or(() -> channel().read(text).map(Spot.InChannel::new)),
        kind.right() + ", or a channel's id: C… or G… on Slack, 17 to 20 digits on Discord");
  }

  /** A channel. */
  static Rule<ChannelId> channel() {
    return new Rule<>(
        text -> Optional.of(text).filter(ChannelId::isId).map(ChannelId::new),
        "must be a channel's id: C… or G… on Slack, 17 to 20 digits on Discord");
  }

  /** An exact amount. */
  static Rule<BigDecimal> amount() {
    return new Rule<>(
        text -> Optional.of(text).filter(AMOUNT.asMatchPredicate()).map(BigDecimal::new),
        "must be an amount such as 500 or 99.95, without sign, exponent and grouping");
  }

  /** How long something waits. */
  static Rule<Duration> duration() {
    Function<Matcher, Duration> read =
        found -> {
          long number = Long.parseLong(found.group(1));
          return switch (found.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
          };
        };
    return new Rule<>(
        text -> matched(DURATION, text).map(read).filter(time -> time.compareTo(LONGEST) <= 0),
        "must be a number and s, m, h or d, such as 10m; at most " + LONGEST.toDays() + "d");
  }

  private static <E extends Enum<E>> Rule<E> choice(Class<E> type) {
    Rule<E> exact = Rule.choice(type);
    return new Rule<>(text -> exact.read(text.toLowerCase(Locale.ROOT)), exact.right());
  }
}
