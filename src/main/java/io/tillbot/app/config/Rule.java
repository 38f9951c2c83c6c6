package io.tillbot.app.config;

import io.tillbot.adapter.billing.BillingClientOptions;
import io.tillbot.core.access.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a text becomes a value.
 *
 * @param reading empty where the text is not right
 * @param right what would be, as the end of a sentence that begins with the setting's name
 */
record Rule<T>(Function<String, Optional<T>> reading, String right) {
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final Pattern LISTENER = Pattern.compile("[A-Za-z0-9.:-]{1,253}");
  private static final Pattern SNOWFLAKE = Pattern.compile("[1-9]\\d{16,19}");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,2}");
  private static final Pattern COMMANDS = Pattern.compile("[1-9]\\d{0,4}");
  private static final int MOST_SECONDS = 300;
  private static final int HIGHEST_PORT = 65_535;
  private static final int LONGEST_WORD = 100;
  private static final String BARE = ", without user, query and fragment";

  Optional<T> read(String text) {
    return reading.apply(text);
  }

  /** The address that the client of the billing API accepts. */
  static Rule<URI> billing(String example) {
    return new Rule<>(
        Rule::acceptedByTheClient,
        "must be the full https address of whmcs.php, or http on loopback%s, such as %s"
            .formatted(BARE, example));
  }

  private static Optional<URI> acceptedByTheClient(String text) {
    try {
      return Optional.of(BillingClientOptions.of(new URI(text)).endpoint());
    } catch (URISyntaxException | IllegalArgumentException unsafe) {
      return Optional.empty();
    }
  }

  static Rule<URI> web() {
    return new Rule<>(Addresses::web, "must be a full https address, or http on loopback" + BARE);
  }

  static Rule<URI> https() {
    return new Rule<>(Addresses::https, "must be a full https address" + BARE);
  }

  static Rule<URI> base(String example) {
    return new Rule<>(
        Addresses::base,
        "must be a full https address, or http on loopback, that ends with /, such as " + example);
  }

  static Rule<URI> socket() {
    return new Rule<>(Addresses::socket, "must be a full wss address, or ws on loopback" + BARE);
  }

  static Rule<String> host() {
    return new Rule<>(
        text -> Optional.of(text.toLowerCase(Locale.ROOT)).filter(Addresses::isHost),
        "must hold plain host names such as bill.example.com, without scheme, port, path and *");
  }

  static Rule<String> listener() {
    return matching(LISTENER, "must be an address of this machine, such as 127.0.0.1 or 0.0.0.0");
  }

  static Rule<Integer> port() {
    return new Rule<>(
        text ->
            Optional.of(text)
                .filter(PORT.asMatchPredicate())
                .map(Integer::valueOf)
                .filter(port -> port <= HIGHEST_PORT),
        "must be a number from 0 to 65535; 0 takes any free port");
  }

  static Rule<Integer> few() {
    return new Rule<>(
        text -> Optional.of(text).filter(DIGIT.asMatchPredicate()).map(Integer::valueOf),
        "must be a number from 0 to 9");
  }

  static Rule<Integer> perMinute() {
    return new Rule<>(
        text -> Optional.of(text).filter(COMMANDS.asMatchPredicate()).map(Integer::valueOf),
        "must be a number of commands in a minute, from 1 to 99999");
  }

  static Rule<Duration> seconds() {
    return new Rule<>(
        text ->
            Optional.of(text)
                .filter(SECONDS.asMatchPredicate())
                .map(Long::valueOf)
                .filter(seconds -> seconds <= MOST_SECONDS)
                .map(Duration::ofSeconds),
        "must be a number of seconds from 1 to " + MOST_SECONDS);
  }

  static Rule<Path> path() {
    return new Rule<>(Rule::possiblePath, "must be a file's path");
  }

  private static Optional<Path> possiblePath(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  static Rule<String> snowflake() {
    return matching(SNOWFLAKE, "must hold ids of Discord servers: 17 to 20 digits each");
  }

  static Rule<String> word() {
    return new Rule<>(
        text -> Optional.of(text).filter(each -> each.length() <= LONGEST_WORD),
        "must be at most %d characters long".formatted(LONGEST_WORD));
  }

  static Rule<Secret> secret() {
    return new Rule<>(text -> Optional.of(Secret.of(text)), "must not be empty");
  }

  /** The constants of an enum, as words: VENDOR_TOOLS is {@code vendor-tools}. */
  static <E extends Enum<E>> Rule<E> choice(Class<E> type) {
    return new Rule<>(
        text -> constants(type).filter(each -> word(each).equals(text)).findFirst(),
        "must be one of " + constants(type).map(Rule::word).collect(Collectors.joining(", ")));
  }

  private static <E extends Enum<E>> Stream<E> constants(Class<E> type) {
    return Stream.of(type.getEnumConstants());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Rule<String> matching(Pattern pattern, String right) {
    return new Rule<>(text -> Optional.of(text).filter(pattern.asMatchPredicate()), right);
  }
}
