package io.tillbot.adapter.web;

/** The server cannot serve; the message is made for an operator. */
public final class WebException extends RuntimeException {
  WebException(String message, Throwable cause) {
    super(message, cause);
  }
}
