package io.tillbot.adapter.billing;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads any JSON document into {@link Json}. Moshi's own adapter for untyped values makes every
 * number a double; this one keeps the digits. Moshi itself refuses more than 255 levels, which
 * bounds the recursion.
 */
final class JsonTree extends JsonAdapter<Json> {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /**
   * The whole document.
   *
   * @throws BrokenAnswerException when it is not exactly one JSON value, nests too deeply or names
   *     a member twice
   */
  Json read(byte[] document) {
    Buffer buffer = new Buffer().write(document);
    try (JsonReader reader = JsonReader.of(withoutByteOrderMark(buffer))) {
      Json value = fromJson(reader);
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new BrokenAnswerException("more than one JSON value");
      }
      return value;
    } catch (IOException | JsonDataException notJson) {
      // The cause's message may quote the document, so it is not kept.
      throw new BrokenAnswerException("not JSON: " + notJson.getClass().getSimpleName());
    }
  }

  @Override
  public Json fromJson(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader);
      case BEGIN_ARRAY -> array(reader);
      case STRING -> new Json.Text(reader.nextString());
      case NUMBER -> new Json.Num(reader.nextString());
      case BOOLEAN -> new Json.Bool(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield Json.Null.NULL;
      }
      case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT ->
          throw new JsonDataException("a value was expected");
    };
  }

  /** Never used: requests are forms. */
  @Override
  public void toJson(JsonWriter writer, @Nullable Json value) {
    throw new UnsupportedOperationException("answers are only read");
  }

  private Json object(JsonReader reader) throws IOException {
    Map<String, Json> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      // Whoever reads the first of two equal names and whoever reads the last would differ.
      if (members.put(reader.nextName(), fromJson(reader)) != null) {
        throw new JsonDataException("a member is named twice");
      }
    }
    reader.endObject();
    return new Json.Obj(members);
  }

  private Json array(JsonReader reader) throws IOException {
    List<Json> elements = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      elements.add(fromJson(reader));
    }
    reader.endArray();
    return new Json.Arr(elements);
  }

  private static Buffer withoutByteOrderMark(Buffer buffer) throws IOException {
    if (buffer.size() >= 3 && buffer.peek().readUtf8CodePoint() == BYTE_ORDER_MARK) {
      buffer.skip(3);
    }
    return buffer;
  }
}
