package io.tillbot.adapter.discord.fake;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Messages that answer no interaction: {@code …/resources/message#create-message}. */
final class Channels {
  /** A direct conversation's id is its person's, moved away from theirs. */
  private static final long APART = 100_000_000_000_000_000L;

  private final Map<String, List<FakeMessage>> messages = new ConcurrentHashMap<>();
  private final Set<String> closed = ConcurrentHashMap.newKeySet();

  /** From now on the person takes no direct messages. */
  void close(Person person) {
    closed.add(person.id());
  }

  /** Opens a direct conversation: {@code …/resources/user#create-dm}. */
  DataObject open(Map<String, Object> body) {
    List<Person> people = List.of(Person.ANN, Person.EVE, Person.OLGA, Person.SAM);
    Person person =
        people.stream()
            .filter(each -> each.id().equals(String.valueOf(body.get("recipient_id"))))
            .findFirst()
            .orElseThrow(() -> new Refusal(404, Refusal.UNKNOWN_USER, "Unknown User"));
    return DataObject.empty()
        .put("id", directly(person))
        .put("type", 1)
        .put("recipients", World.array(World.user(person)));
  }

  static String directly(Person person) {
    return Long.toString(Long.parseLong(person.id()) + APART);
  }

  /** Sends a message. */
  FakeMessage send(String channel, Map<String, Object> body, Map<String, byte[]> files) {
    refuse(channel);
    MessageRules.check(body, List.copyOf(files.keySet()));
    MessageRules.checkNotEmpty(body, List.copyOf(files.keySet()));
    FakeMessage message = new FakeMessage(Snowflakes.next(InstantSource.system()), false);
    message.put(body, files);
    messages.computeIfAbsent(channel, _ -> new CopyOnWriteArrayList<>()).add(message);
    return message;
  }

  private void refuse(String channel) {
    if (closed.stream().anyMatch(person -> isDirectly(person, channel))) {
      throw new Refusal(
          403, Refusal.CLOSED_TO_DIRECT_MESSAGES, "Cannot send messages to this user");
    }
    boolean isDirect = Long.parseLong(channel) > 4 * APART;
    Room room =
        Arrays.stream(Room.values())
            .filter(each -> each.id().equals(channel) || isDirect && each == Room.DIRECT)
            .findFirst()
            .orElseThrow(() -> new Refusal(404, Refusal.UNKNOWN_CHANNEL, "Unknown Channel"));
    switch (room) {
      case HIDDEN -> throw new Refusal(403, Refusal.MISSING_ACCESS, "Missing Access");
      case READ_ONLY, FORUM ->
          throw new Refusal(403, Refusal.MISSING_PERMISSIONS, "Missing Permissions");
      default -> {}
    }
  }

  private static boolean isDirectly(String person, String channel) {
    return Long.toString(Long.parseLong(person) + APART).equals(channel);
  }

  List<FakeMessage> in(String channel) {
    return List.copyOf(messages.getOrDefault(channel, List.of()));
  }
}
