package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tillbot.core.access.Caller;
import io.tillbot.core.reply.Attachment;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Brings files to a person's own conversation with the app, wherever the command was given: a
 * message for one person's eyes cannot carry a file, and in a channel everybody would see it. Where
 * the command was given in that conversation itself, card and files are one message there. A file
 * that is there already, as it is, is not sent a second time. Safe for many threads.
 */
final class DirectFiles {
  private static final int KEPT = 10_000;

  /** Somebody may have deleted it meanwhile, which is not told to who may not read files. */
  private static final Duration LIFE = Duration.ofHours(1);

  /** What was uploaded is not there when it is to be shared: once more from the start. */
  private static final Set<String> GONE = Set.of("file_not_found");

  /** The card is what Slack does not like; the file is shared without it. */
  private static final Set<String> NO_CARD =
      Set.of("invalid_blocks", "invalid_blocks_format", "internal_error");

  private final Uploads uploads;
  private final SlackHosts hosts;
  private final Cache<Caller, String> conversations;
  private final Cache<String, URI> there;

  DirectFiles(Uploads uploads, SlackHosts hosts, Clock clock) {
    this.uploads = uploads;
    this.hosts = hosts;
    this.conversations = cache(clock);
    this.there = cache(clock);
  }

  private static <K, V> Cache<K, V> cache(Clock clock) {
    return Caffeine.newBuilder()
        .maximumSize(KEPT)
        .expireAfterWrite(LIFE)
        .ticker(new ClockTicker(clock))
        .executor(Runnable::run)
        .build();
  }

  /**
   * What became of files.
   *
   * @param notes what the card is to say of it, in sentences
   * @param link where they are found; empty where they are not, or the card is there itself
   * @param hasCard whether the card went with them, and is not to be shown anywhere else
   */
  record Sent(List<Text> notes, Optional<URI> link, boolean hasCard) {}

  /** Brings them there; never throws. */
  Sent send(Caller caller, List<Attachment> files) {
    return bring(caller, files, Optional.empty(), () -> Optional.empty());
  }

  /**
   * The same for an answer that goes to where it was asked for, as one message where that is the
   * person's own conversation.
   *
   * @param to the person, and where they asked
   * @param card made only where it is one
   */
  Sent sendWith(Recipient to, List<Attachment> files, Supplier<Message> card) {
    return bring(to.caller(), files, Optional.of(to), () -> Optional.of(card.get()));
  }

  private Sent bring(
      Caller caller,
      List<Attachment> files,
      Optional<Recipient> asked,
      Supplier<Optional<Message>> card) {
    List<Text> notes = new ArrayList<>();
    List<Attachment> missing = new ArrayList<>();
    Optional<URI> link = Optional.empty();
    for (Attachment file : files) {
      Optional<URI> known = Optional.ofNullable(there.getIfPresent(key(caller, file)));
      known.ifPresentOrElse(
          _ -> notes.add(Text.of("slack.file.sent", name(file))), () -> missing.add(file));
      link = link.or(() -> known);
    }
    if (missing.isEmpty()) {
      return new Sent(notes, link, false);
    }
    try {
      String channel = conversation(caller);
      boolean isOne = asked.filter(to -> isThere(to, channel)).isPresent();
      Shared shared = share(caller, channel, missing, isOne ? card.get() : Optional.empty());
      missing.forEach(file -> there.put(key(caller, file), shared.link()));
      missing.forEach(file -> notes.add(Text.of("slack.file.sent", name(file))));
      return new Sent(notes, Optional.of(shared.link()), shared.hasCard());
    } catch (NotSentException failure) {
      missing.forEach(file -> notes.add(Text.of("slack.file.not-sent", name(file), failure.why())));
      return new Sent(notes, link, false);
    }
  }

  private record Shared(URI link, boolean hasCard) {}

  private Shared share(
      Caller caller, String channel, List<Attachment> files, Optional<Message> card)
      throws NotSentException {
    try {
      return shareOnce(caller, channel, files, card);
    } catch (NotSentException failure) {
      if (failure.isOneOf(GONE)) {
        return shareOnce(caller, channel, files, card);
      }
      throw failure;
    }
  }

  private Shared shareOnce(
      Caller caller, String channel, List<Attachment> files, Optional<Message> card)
      throws NotSentException {
    Map<String, String> names = new LinkedHashMap<>();
    for (Attachment file : files) {
      names.put(uploads.upload(caller, file), file.name());
    }
    try {
      URI link =
          uploads
              .share(caller, channel, names, card)
              .orElseGet(() -> hosts.conversation(caller.workspace(), channel));
      return new Shared(link, card.isPresent());
    } catch (NotSentException failure) {
      if (card.isPresent() && failure.isOneOf(NO_CARD)) {
        return new Shared(
            uploads
                .share(caller, channel, names, Optional.empty())
                .orElseGet(() -> hosts.conversation(caller.workspace(), channel)),
            false);
      }
      throw failure;
    }
  }

  private String conversation(Caller caller) throws NotSentException {
    String known = conversations.getIfPresent(caller);
    if (known != null) {
      return known;
    }
    String opened = uploads.conversation(caller);
    conversations.put(caller, opened);
    return opened;
  }

  /** Whether the answer would go into that conversation anyway. */
  private static boolean isThere(Recipient to, String channel) {
    return switch (to.address()) {
      case AnswerAddress.Direct() -> true;
      case AnswerAddress.ResponseUrl _, AnswerAddress.InChannel _ ->
          to.place().id().equals(channel);
      case AnswerAddress.InView _ -> false;
    };
  }

  private static Value name(Attachment file) {
    return Value.data(file.name());
  }

  private static String key(Caller caller, Attachment file) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(file.name().getBytes(UTF_8));
      hash.update((byte) 0);
      return caller.key() + "/" + HexFormat.of().formatHex(hash.digest(file.document().content()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
