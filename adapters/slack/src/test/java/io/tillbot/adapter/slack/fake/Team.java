package io.tillbot.adapter.slack.fake;

import io.tillbot.adapter.slack.fake.Conversation.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A workspace: its people, conversations and user groups. Safe for many threads. */
public final class Team {
  /** The app's own user, in every workspace. */
  public static final String BOT = "UTILLBOT";

  private final String id;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, Conversation> conversations = new LinkedHashMap<>();
  private final Map<String, Set<String>> groups = new LinkedHashMap<>();
  private final Map<String, Set<String>> shared = new HashMap<>();
  private final Set<String> disabled = new HashSet<>();

  Team(String id) {
    this.id = id;
  }

  /** The workspace of most tests: Ann, Eve, Bob and Zoe, and a channel of each kind. */
  static Team example(String id) {
    Team team = new Team(id);
    List.of(
            new Member("U1", "Ann", "en-US"),
            new Member("U2", "Eve", "en-GB"),
            new Member("U3", "Bob", "ru-RU"),
            new Member("U9", "Zoe", "en-US"))
        .forEach(team::with);
    Set<String> people = Set.of("U1", "U2", "U3", "U9");
    Set<String> all = Set.of("U1", "U2", "U3", "U9", BOT);
    team.with(new Conversation("C1", "billing", Kind.PUBLIC, people));
    team.with(new Conversation("C2", "support", Kind.PUBLIC, all));
    team.with(new Conversation("C3", "finance", Kind.PRIVATE, all));
    team.with(new Conversation("C4", "board", Kind.PRIVATE, people));
    return team;
  }

  public String id() {
    return id;
  }

  /** Somebody joins, or changes. */
  public synchronized void with(Member member) {
    members.put(member.id(), member);
  }

  /** A conversation is made, or changes. */
  public synchronized void with(Conversation conversation) {
    conversations.put(conversation.id(), conversation);
  }

  /** A conversation is shared beyond this workspace, as {@code is_ext_shared} says. */
  public synchronized void share(String conversation, String flag) {
    shared.computeIfAbsent(conversation, _ -> new HashSet<>()).add(flag);
  }

  /** What says that a conversation is shared. */
  synchronized Set<String> sharings(String conversation) {
    return Set.copyOf(shared.getOrDefault(conversation, Set.of()));
  }

  /** A user group is made, or changes. */
  public synchronized void withGroup(String group, Set<String> users) {
    groups.put(group, Set.copyOf(users));
  }

  /** Somebody's account is closed: no direct message reaches them. */
  public synchronized void disable(String user) {
    disabled.add(user);
  }

  synchronized boolean isDisabled(String user) {
    return disabled.contains(user);
  }

  synchronized Map<String, Set<String>> groups() {
    return Map.copyOf(groups);
  }

  synchronized Optional<Member> member(String user) {
    return Optional.ofNullable(members.get(user));
  }

  synchronized Optional<Conversation> conversation(String channel) {
    return Optional.ofNullable(conversations.get(channel));
  }

  /** How a transcript calls somebody. */
  String name(String user) {
    return member(user).map(Member::name).orElse(user);
  }

  /** The direct message between somebody and the app. */
  synchronized Conversation direct(String user) {
    return conversations.computeIfAbsent(
        "D-of-" + user, direct -> new Conversation(direct, user, Kind.DIRECT, Set.of(user, BOT)));
  }
}
