package io.tillbot.adapter.sandbox.journal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.tillbot.adapter.sandbox.book.Entity;
import io.tillbot.adapter.sandbox.book.Removal;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Changes as JSON. */
final class RecordCodec {

  private static final Map<String, Class<? extends Entity>> KINDS =
      Arrays.stream(Entity.class.getPermittedSubclasses())
          .map(kind -> kind.asSubclass(Entity.class))
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private final Gson gson =
      new GsonBuilder()
          .disableHtmlEscaping()
          .registerTypeAdapter(LocalDate.class, new AsText<>(LocalDate::parse).nullSafe())
          .registerTypeAdapter(LocalDateTime.class, new AsText<>(LocalDateTime::parse).nullSafe())
          .registerTypeAdapter(Instant.class, new AsText<>(Instant::parse).nullSafe())
          .create();

  /** A change, read back. */
  record Change(List<Entity> puts, List<Removal> removals) {}

  String header(Header header) {
    return gson.toJson(header);
  }

  Header header(String json) {
    return gson.fromJson(json, Header.class);
  }

  String change(List<Entity> puts, List<Removal> removals) {
    JsonArray put = new JsonArray();
    for (Entity row : puts) {
      JsonObject one = new JsonObject();
      one.addProperty("kind", row.getClass().getSimpleName());
      one.add("row", gson.toJsonTree(row));
      put.add(one);
    }
    JsonArray removed = new JsonArray();
    for (Removal removal : removals) {
      JsonObject one = new JsonObject();
      one.addProperty("kind", removal.kind().getSimpleName());
      one.add("key", gson.toJsonTree(removal.key()));
      removed.add(one);
    }
    JsonObject change = new JsonObject();
    change.add("put", put);
    change.add("removed", removed);
    return gson.toJson(change);
  }

  Change change(String json) {
    JsonObject change = JsonParser.parseString(json).getAsJsonObject();
    List<Entity> puts = new ArrayList<>();
    for (JsonElement one : change.getAsJsonArray("put")) {
      puts.add(gson.fromJson(one.getAsJsonObject().get("row"), kind(one)));
    }
    List<Removal> removals = new ArrayList<>();
    for (JsonElement one : change.getAsJsonArray("removed")) {
      JsonPrimitive key = one.getAsJsonObject().getAsJsonPrimitive("key");
      removals.add(
          new Removal(kind(one), key.isNumber() ? (Object) key.getAsInt() : key.getAsString()));
    }
    return new Change(puts, removals);
  }

  private static Class<? extends Entity> kind(JsonElement element) {
    String name = element.getAsJsonObject().get("kind").getAsString();
    Class<? extends Entity> kind = KINDS.get(name);
    if (kind == null) {
      throw new JsonParseException("unknown kind " + name);
    }
    return kind;
  }

  /** A value by its text. */
  private static final class AsText<T> extends TypeAdapter<T> {

    private final Function<String, T> parse;

    AsText(Function<String, T> parse) {
      this.parse = parse;
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      out.value(value.toString());
    }

    @Override
    public T read(JsonReader in) throws IOException {
      return parse.apply(in.nextString());
    }
  }
}
