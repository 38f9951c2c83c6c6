package io.tillbot.adapter.discord.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/**
 * One interaction, with what the bot has answered: {@code …/interactions/receiving-and-responding}.
 * Safe for many threads.
 */
public final class FakeInteraction {
  private static final Duration FIRST = Duration.ofSeconds(3);
  private static final Duration LATER = Duration.ofMinutes(15);
  private static final int EPHEMERAL = 64;

  /** The kinds of first answer. */
  public enum Kind {
    MESSAGE(4),
    DEFERRED_MESSAGE(5),
    DEFERRED_UPDATE(6),
    UPDATE(7),
    COMPLETION(8),
    MODAL(9);

    private final int type;

    Kind(int type) {
      this.type = type;
    }
  }

  private final String id;
  private final String token;
  private final Instant created;
  private final InstantSource clock;
  private final List<FakeMessage> followUps = new ArrayList<>();
  private final Origin origin;
  private final @Nullable FakeMessage pressed;
  private @Nullable Kind kind;
  private @Nullable Instant acknowledged;
  private @Nullable FakeMessage answer;
  private Map<String, Object> given = Map.of();

  /** What somebody did. */
  enum Origin {
    COMMAND(Kind.MESSAGE, Kind.DEFERRED_MESSAGE, Kind.MODAL),
    COMPONENT(Kind.MESSAGE, Kind.DEFERRED_MESSAGE, Kind.DEFERRED_UPDATE, Kind.UPDATE, Kind.MODAL),
    COMPLETION(Kind.COMPLETION),
    /** A modal that a command opened. */
    MODAL(Kind.MESSAGE, Kind.DEFERRED_MESSAGE),
    /** A modal that a button of a message opened. */
    MODAL_ON_A_MESSAGE(Kind.MESSAGE, Kind.DEFERRED_MESSAGE, Kind.DEFERRED_UPDATE, Kind.UPDATE);

    private final Set<Kind> takes;

    Origin(Kind... takes) {
      this.takes = Set.of(takes);
    }
  }

  FakeInteraction(
      String id, String token, InstantSource clock, Origin origin, @Nullable FakeMessage pressed) {
    this.origin = origin;
    this.id = id;
    this.token = token;
    this.clock = clock;
    this.created = clock.instant();
    this.pressed = pressed;
  }

  /** The first answer. */
  synchronized void callback(Map<String, Object> body, Map<String, byte[]> files) {
    if (isOlderThan(FIRST)) {
      throw new Refusal(404, Refusal.UNKNOWN_INTERACTION, "Unknown interaction");
    }
    if (kind != null) {
      throw new Refusal(
          400, Refusal.ALREADY_ACKNOWLEDGED, "Interaction has already been acknowledged.");
    }
    Kind chosen = kind(body.get("type"));
    Map<String, Object> data = data(body);
    if (!origin.takes.contains(chosen)) {
      throw Refusal.invalidForm(List.of("type does not fit what it responds to"));
    }
    switch (chosen) {
      case MESSAGE, DEFERRED_MESSAGE -> {
        MessageRules.check(data, List.copyOf(files.keySet()));
        if (chosen == Kind.MESSAGE) {
          MessageRules.checkNotEmpty(data, List.copyOf(files.keySet()));
        }
        FakeMessage message = new FakeMessage(Snowflakes.next(clock), isEphemeral(data));
        if (chosen == Kind.MESSAGE) {
          message.put(data, files);
        }
        answer = message;
      }
      case DEFERRED_UPDATE, UPDATE -> {
        FakeMessage message = Objects.requireNonNull(pressed);
        if (chosen == Kind.UPDATE) {
          edit(message, data, files);
        }
        answer = message;
      }
      case COMPLETION -> ModalRules.checkChoices(data);
      case MODAL -> ModalRules.checkModal(data);
    }
    given = data;
    kind = chosen;
    acknowledged = clock.instant();
  }

  private static Kind kind(@Nullable Object type) {
    for (Kind kind : Kind.values()) {
      if (Integer.valueOf(kind.type).equals(type)) {
        return kind;
      }
    }
    throw Refusal.invalidForm(List.of("type must be 4 to 9"));
  }

  @SuppressWarnings("unchecked") // Parsed JSON has no other keys.
  private static Map<String, Object> data(Map<String, Object> body) {
    return body.get("data") instanceof Map<?, ?> data ? (Map<String, Object>) data : Map.of();
  }

  private static boolean isEphemeral(Map<String, Object> data) {
    return data.get("flags") instanceof Integer flags && (flags & EPHEMERAL) != 0;
  }

  /** Changes the first answer. That it is ephemeral, or is not, was settled by the callback. */
  synchronized FakeMessage editAnswer(Map<String, Object> body, Map<String, byte[]> files) {
    FakeMessage message = answer;
    if (message == null) {
      throw new Refusal(404, Refusal.UNKNOWN_WEBHOOK, "Unknown Webhook");
    }
    checkToken();
    edit(message, body, files);
    return message;
  }

  /** Sends a further message. */
  synchronized FakeMessage followUp(Map<String, Object> body, Map<String, byte[]> files) {
    if (kind == null || kind == Kind.MODAL || kind == Kind.COMPLETION) {
      throw new Refusal(404, Refusal.UNKNOWN_WEBHOOK, "Unknown Webhook");
    }
    checkToken();
    MessageRules.check(body, List.copyOf(files.keySet()));
    MessageRules.checkNotEmpty(body, List.copyOf(files.keySet()));
    FakeMessage awaited = answer;
    if (kind == Kind.DEFERRED_MESSAGE && awaited != null && awaited.edits() == 0) {
      // It takes the place of the message that was promised, and is seen by whom that was promised.
      awaited.put(body, files);
      return awaited;
    }
    FakeMessage message = new FakeMessage(Snowflakes.next(clock), isEphemeral(body));
    message.put(body, files);
    followUps.add(message);
    return message;
  }

  private static void edit(
      FakeMessage message, Map<String, Object> body, Map<String, byte[]> files) {
    MessageRules.check(body, List.copyOf(files.keySet()));
    message.put(body, files);
  }

  private void checkToken() {
    if (isOlderThan(LATER)) {
      throw new Refusal(401, Refusal.INVALID_WEBHOOK_TOKEN, "Invalid Webhook Token");
    }
  }

  private boolean isOlderThan(Duration age) {
    return clock.instant().isAfter(created.plus(age));
  }

  public String id() {
    return id;
  }

  public String token() {
    return token;
  }

  /** How it was acknowledged; empty when it was not. */
  public synchronized Optional<Kind> kind() {
    return Optional.ofNullable(kind);
  }

  /** The message that holds the answer; empty while it only "thinks". */
  public synchronized Optional<FakeMessage> answer() {
    return Optional.ofNullable(answer).filter(message -> message.edits() > 0);
  }

  /** The modal that it was answered with. */
  public synchronized DataObject modal() {
    if (kind != Kind.MODAL) {
      throw new AssertionError("it was not answered with a modal");
    }
    return DataObject.empty().put("data", given).getObject("data");
  }

  /** What is offered to whoever types: the values by their labels. */
  public synchronized Map<String, String> choices() {
    if (kind != Kind.COMPLETION) {
      throw new AssertionError("nothing was offered");
    }
    Map<String, String> choices = new LinkedHashMap<>();
    ((List<?>) given.get("choices"))
        .forEach(
            choice ->
                choices.put(
                    String.valueOf(((Map<?, ?>) choice).get("name")),
                    String.valueOf(((Map<?, ?>) choice).get("value"))));
    return choices;
  }

  /** The message whose component was pressed, if there is one. */
  @Nullable FakeMessage pressed() {
    return pressed;
  }

  /** When it was acknowledged after it was made; empty when it was not. */
  public synchronized Optional<Duration> acknowledgedAfter() {
    return Optional.ofNullable(acknowledged).map(at -> Duration.between(created, at));
  }

  /** What came beside it. */
  public synchronized List<FakeMessage> followUps() {
    return List.copyOf(followUps);
  }
}
