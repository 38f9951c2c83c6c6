package io.tillbot.adapter.discord.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;

/**
 * A request's JSON and its files: plain JSON, or multipart with {@code payload_json} and {@code
 * files[n]}, {@code …/reference#uploading-files}.
 */
record Upload(Map<String, Object> json, Map<String, byte[]> files) {
  private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("\\bfilename=\"([^\"]*)\"");
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final int LARGEST = 10 * 1024 * 1024;

  static Upload of(RecordedRequest request) {
    ByteString body = request.getBody() == null ? ByteString.EMPTY : request.getBody();
    String type = String.valueOf(request.getHeaders().get("Content-Type"));
    try {
      Matcher boundary = BOUNDARY.matcher(type);
      if (type.startsWith("multipart/form-data") && boundary.find()) {
        return parts(new MultipartReader(new Buffer().write(body), boundary.group(1)));
      }
      return new Upload(json(body.utf8()), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Upload parts(MultipartReader reader) throws IOException {
    Map<String, Object> json = Map.of();
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
      String disposition = String.valueOf(part.headers().get("Content-Disposition"));
      Matcher name = NAME.matcher(disposition);
      Matcher fileName = FILE_NAME.matcher(disposition);
      byte[] content = part.body().readByteArray();
      if (name.find() && name.group(1).equals("payload_json")) {
        json = json(new String(content, StandardCharsets.UTF_8));
      } else if (fileName.find()) {
        files.put(fileName.group(1), content);
      }
    }
    if (files.values().stream().anyMatch(content -> content.length > LARGEST)) {
      throw new Refusal(413, Refusal.TOO_LARGE, "Request entity too large");
    }
    return new Upload(json, files);
  }

  private static Map<String, Object> json(String text) {
    try {
      return DataObject.fromJson(text).toMap();
    } catch (ParsingException malformed) {
      throw Refusal.invalidForm(List.of("the body is not a JSON object"));
    }
  }
}
