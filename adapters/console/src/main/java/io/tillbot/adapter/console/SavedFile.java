package io.tillbot.adapter.console;

import io.tillbot.core.reply.Attachment;
import io.tillbot.core.reply.Text;
import java.nio.file.Path;

/** What became of an attachment. */
public sealed interface SavedFile {
  Attachment attachment();

  /**
   * It is on the disk.
   *
   * @param path absolute
   */
  record Saved(Attachment attachment, Path path) implements SavedFile {}

  /**
   * It is not on the disk, nor is a part of it.
   *
   * @param reason half a sentence, such as "the disk is full"
   */
  record NotSaved(Attachment attachment, Text reason) implements SavedFile {}
}
