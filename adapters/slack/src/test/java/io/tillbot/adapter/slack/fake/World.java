package io.tillbot.adapter.slack.fake;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Everything that there is in one fake Slack, apart from how it is reached. */
final class World {
  private final Clock clock;
  private final Map<String, Team> teams = new LinkedHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final Tokens tokens = new Tokens();
  private final Screen screen = new Screen(new Journal(this));
  private final Triggers triggers;
  private final Views views;
  private final Files files;
  private final Installs installs;
  private final Sockets sockets;
  private volatile String here = "";
  private volatile String uploadHost = "";
  private volatile boolean hasHome = true;

  World(Clock clock) {
    this.clock = clock;
    this.triggers = new Triggers(clock);
    this.views = new Views(this);
    this.files = new Files(this);
    this.installs = new Installs();
    this.sockets = new Sockets(this);
    with(Team.example("T1"));
  }

  Clock clock() {
    return clock;
  }

  synchronized void with(Team team) {
    teams.put(team.id(), team);
  }

  synchronized Team team(String id) {
    Team team = teams.get(id);
    if (team == null) {
      throw new IllegalStateException("no workspace " + id);
    }
    return team;
  }

  /** A conversation of any workspace. */
  synchronized Optional<Conversation> conversation(String channel) {
    return teams.values().stream().flatMap(team -> team.conversation(channel).stream()).findFirst();
  }

  /** What somebody is called. */
  synchronized String name(String user) {
    return teams.values().stream()
        .flatMap(team -> team.member(user).stream())
        .map(Member::name)
        .findFirst()
        .orElse(user);
  }

  /** A number that was not there before. */
  long next() {
    return ids.incrementAndGet();
  }

  /** The time and a number, as Slack numbers messages. */
  String nextTimestamp() {
    return clock.instant().getEpochSecond() + ".%06d".formatted(next());
  }

  Tokens tokens() {
    return tokens;
  }

  Screen screen() {
    return screen;
  }

  Triggers triggers() {
    return triggers;
  }

  Views views() {
    return views;
  }

  Files files() {
    return files;
  }

  Installs installs() {
    return installs;
  }

  Sockets sockets() {
    return sockets;
  }

  /** This server's address, without a slash at its end. */
  String here() {
    return here;
  }

  void isAt(String address) {
    here = address;
    uploadHost = address;
  }

  /** Where files go: a server's address without a slash at its end. */
  String uploadHost() {
    return uploadHost;
  }

  void sendUploadsTo(String host) {
    uploadHost = host;
  }

  /** Whether the app has switched its Home on. */
  boolean hasHome() {
    return hasHome;
  }

  void withoutHome() {
    hasHome = false;
  }
}
