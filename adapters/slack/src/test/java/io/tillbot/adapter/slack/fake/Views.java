package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The modals that lie on each other before each person, and each person's Home. Thread-safe. */
final class Views {
  private static final int MOST = 3;

  private final Map<String, List<ShownView>> stacks = new LinkedHashMap<>();
  private final Map<String, ShownView> homes = new HashMap<>();
  private final Map<String, JsonObject> errors = new HashMap<>();
  private final World world;

  Views(World world) {
    this.world = world;
  }

  /** A modal opens, in place of whatever was open. */
  synchronized ShownView open(String team, String user, JsonObject view) {
    String id = "V" + world.next();
    ShownView shown = new ShownView(id, team, user, hash(), Elements.withIds(view), id);
    stacks.put(user, new ArrayList<>(List.of(shown)));
    journal().opened(shown);
    return shown;
  }

  /** One more modal lies on top; empty when there are three, or none. */
  synchronized Optional<ShownView> push(String team, String user, JsonObject view) {
    List<ShownView> stack = stacks.getOrDefault(user, List.of());
    if (stack.isEmpty() || stack.size() == MOST) {
      return Optional.empty();
    }
    String root = stack.getFirst().id();
    ShownView shown =
        new ShownView("V" + world.next(), team, user, hash(), Elements.withIds(view), root);
    stack.add(shown);
    journal().opened(shown);
    return Optional.of(shown);
  }

  synchronized ShownView update(ShownView old, JsonObject view) {
    ShownView shown =
        new ShownView(old.id(), old.team(), old.user(), hash(), Elements.withIds(view), old.root());
    stacks.get(old.user()).replaceAll(each -> each.id().equals(old.id()) ? shown : each);
    journal().updated(shown);
    return shown;
  }

  synchronized ShownView publish(String team, String user, JsonObject view) {
    ShownView old = homes.get(user);
    String id = old == null ? "V" + world.next() : old.id();
    ShownView shown = new ShownView(id, team, user, hash(), Elements.withIds(view), id);
    homes.put(user, shown);
    journal().home(shown);
    return shown;
  }

  /** The top modal goes; those below it show again. */
  synchronized void close(ShownView view) {
    stacks.getOrDefault(view.user(), new ArrayList<>()).removeIf(is -> is.id().equals(view.id()));
    journal().closed(view);
  }

  /** Every modal of that person goes. */
  synchronized void clear(String user) {
    Optional<ShownView> top = top(user);
    stacks.remove(user);
    top.ifPresent(journal()::closed);
  }

  /** What is said beside the inputs of a modal that could not be sent, by the inputs' blocks. */
  synchronized Map<String, String> errors(ShownView view) {
    Map<String, String> texts = new LinkedHashMap<>();
    errors
        .getOrDefault(view.id(), new JsonObject())
        .entrySet()
        .forEach(each -> texts.put(each.getKey(), each.getValue().getAsString()));
    return texts;
  }

  synchronized void remember(ShownView view, JsonObject said) {
    errors.put(view.id(), said);
  }

  /** The modal that is to be seen. */
  synchronized Optional<ShownView> top(String user) {
    List<ShownView> stack = stacks.getOrDefault(user, List.of());
    return stack.isEmpty() ? Optional.empty() : Optional.of(stack.getLast());
  }

  synchronized Optional<ShownView> home(String user) {
    return Optional.ofNullable(homes.get(user));
  }

  /** An open modal, by its id or the one that the app gave it. */
  synchronized Optional<ShownView> find(String team, String id) {
    return stacks.values().stream()
        .flatMap(List::stream)
        .filter(view -> view.team().equals(team))
        .filter(view -> view.id().equals(id) || externalId(view).equals(id))
        .findFirst();
  }

  /** Whether another view has that id of the app's. */
  synchronized boolean isTaken(String team, String externalId, String but) {
    return find(team, externalId).filter(view -> !view.id().equals(but)).isPresent();
  }

  private static String externalId(ShownView view) {
    return view.view().has("external_id") ? view.view().get("external_id").getAsString() : "";
  }

  private String hash() {
    return world.clock().instant().getEpochSecond() + ".h" + world.next();
  }

  private Journal journal() {
    return world.screen().journal();
  }
}
