package io.tillbot.app.arch.example.core.access;

/** What a workspace owns. */
public interface ServiceAccounts {
  String open(String owner);
}
