package io.tillbot.adapter.sandbox.journal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.tillbot.adapter.sandbox.book.Entity;
import io.tillbot.adapter.sandbox.book.Removal;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
    StringWriter text = new StringWriter(512);
    try (JsonWriter out = gson.newJsonWriter(text)) {
      out.beginObject().name("put").beginArray();
      for (Entity row : puts) {
        out.beginObject().name("kind").value(row.getClass().getSimpleName()).name("row");
        gson.toJson(row, row.getClass(), out);
        out.endObject();
      }
      out.endArray().name("removed").beginArray();
      for (Removal removal : removals) {
        out.beginObject().name("kind").value(removal.kind().getSimpleName()).name("key");
        gson.toJson(removal.key(), removal.key().getClass(), out);
        out.endObject();
      }
      out.endArray().endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  Change change(String json) {
    List<Entity> puts = new ArrayList<>();
    List<Removal> removals = new ArrayList<>();
    try (JsonReader in = gson.newJsonReader(new StringReader(json))) {
      in.beginObject();
      expect(in, "put");
      in.beginArray();
      while (in.hasNext()) {
        Class<? extends Entity> kind = kind(in);
        expect(in, "row");
        puts.add(gson.fromJson(in, kind));
        in.endObject();
      }
      in.endArray();
      expect(in, "removed");
      in.beginArray();
      while (in.hasNext()) {
        Class<? extends Entity> kind = kind(in);
        expect(in, "key");
        removals.add(new Removal(kind, key(in)));
        in.endObject();
      }
      in.endArray();
      in.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Change(puts, removals);
  }

  private static Object key(JsonReader in) throws IOException {
    return in.peek() == JsonToken.NUMBER ? (Object) in.nextInt() : in.nextString();
  }

  private static void expect(JsonReader in, String name) throws IOException {
    String found = in.nextName();
    if (!found.equals(name)) {
      throw new JsonParseException(name + " expected, not " + found);
    }
  }

  private static Class<? extends Entity> kind(JsonReader in) throws IOException {
    in.beginObject();
    expect(in, "kind");
    String name = in.nextString();
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
