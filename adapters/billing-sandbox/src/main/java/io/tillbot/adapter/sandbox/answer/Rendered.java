package io.tillbot.adapter.sandbox.answer;

/**
 * An answer as it goes over the wire.
 *
 * @param status the HTTP status
 * @param type the content type
 * @param body the bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Rendered(int status, String type, byte[] body) {

  /** JSON as WHMCS's scripts send it. */
  public static final String JSON = "application/json; charset=utf-8";

  /** A bare PDF. */
  public static final String PDF = "application/pdf";
}
