package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uploads, and files that people see a moment after their upload is complete. Thread-safe. */
final class Files {
  private static final Duration UNTIL_SEEN = Duration.ofMillis(50);

  private static final class Upload {
    private final String name;
    private final int length;
    private Optional<byte[]> content = Optional.empty();

    private Upload(String name, int length) {
      this.name = name;
      this.length = length;
    }
  }

  private final Map<String, Upload> uploads = new HashMap<>();
  private final List<Arrived> arrived = new ArrayList<>();
  private final World world;

  Files(World world) {
    this.world = world;
  }

  synchronized String expect(String name, int length) {
    String id = "F" + (uploads.size() + 1);
    uploads.put(id, new Upload(name, length));
    return id;
  }

  /** Takes the bytes; the status with which that is answered. */
  synchronized int upload(String id, byte[] content) {
    Upload upload = uploads.get(id);
    if (upload == null) {
      return 404;
    }
    if (content.length != upload.length) {
      return 400;
    }
    upload.content = Optional.of(content);
    return 200;
  }

  synchronized boolean hasAllOf(String id) {
    return Optional.ofNullable(uploads.get(id)).flatMap(upload -> upload.content).isPresent();
  }

  /** Shares the files in a conversation; they are seen there a little later. */
  synchronized void share(List<String> ids, String channel, JsonObject message) {
    List<String> names = new ArrayList<>();
    for (String id : ids) {
      Upload upload = uploads.get(id);
      arrived.add(new Arrived(channel, upload.name, upload.content.orElseThrow()));
      names.add(upload.name);
    }
    Seen seen = new Seen(world.nextTimestamp(), Seen.EVERYBODY, channel, message, names);
    Thread.ofVirtual().start(() -> showLater(seen));
  }

  private void showLater(Seen seen) {
    try {
      Thread.sleep(UNTIL_SEEN);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    world.screen().share(seen);
  }

  synchronized List<Arrived> arrived() {
    return List.copyOf(arrived);
  }
}
