package io.tillbot.adapter.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.model.PdfDocument;
import io.tillbot.core.reply.Attachment;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileSaverTest {
  @TempDir private Path temp;
  private Path directory;
  private FileSaver saver;

  @BeforeEach
  void aDirectoryThatIsNotThereYet() {
    directory = temp.resolve("kept/invoices");
    saver = new FileSaver(directory);
  }

  @Test
  void aFileIsSavedForItsOwnerAlone() throws IOException {
    Path path = saved(saver.save(attachment("invoice-123.pdf", "one")));
    assertThat(path).isEqualTo(directory.resolve("invoice-123.pdf")).isAbsolute();
    assertThat(path).hasContent("%PDF-one");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
  }

  @Test
  void anotherFileOfThatNameIsNeverOverwritten() {
    saver.save(attachment("invoice-123.pdf", "one"));
    Path second = saved(saver.save(attachment("invoice-123.pdf", "two")));
    Path third = saved(saver.save(attachment("invoice-123.pdf", "three")));
    assertThat(second).hasFileName("invoice-123-2.pdf").hasContent("%PDF-two");
    assertThat(third).hasFileName("invoice-123-3.pdf").hasContent("%PDF-three");
    assertThat(directory.resolve("invoice-123.pdf")).hasContent("%PDF-one");
  }

  @Test
  void aFileOfTheSameBytesIsUsedAgain() {
    saver.save(attachment("invoice-123.pdf", "one"));
    saver.save(attachment("invoice-123.pdf", "two"));
    assertThat(saved(saver.save(attachment("invoice-123.pdf", "two"))))
        .hasFileName("invoice-123-2.pdf");
    assertThat(directory).isDirectoryNotContaining("glob:**-3.pdf");
  }

  @Test
  void aLinkIsNeitherFollowedNorReplaced() throws IOException {
    Path outside = Files.writeString(temp.resolve("precious.pdf"), "%PDF-same");
    Files.createDirectories(directory);
    Path toFile = Files.createSymbolicLink(directory.resolve("a.pdf"), outside);
    Path toNothing = Files.createSymbolicLink(directory.resolve("b.pdf"), temp.resolve("absent"));
    Path toItself =
        Files.createSymbolicLink(directory.resolve("c.pdf"), directory.resolve("c.pdf"));

    assertThat(saved(saver.save(attachment("a.pdf", "same")))).hasFileName("a-2.pdf");
    assertThat(saved(saver.save(attachment("b.pdf", "new")))).hasFileName("b-2.pdf");
    assertThat(saved(saver.save(attachment("c.pdf", "new")))).hasFileName("c-2.pdf");

    assertThat(outside).hasContent("%PDF-same");
    assertThat(temp.resolve("absent")).doesNotExist();
    assertThat(List.of(toFile, toNothing, toItself)).allMatch(Files::isSymbolicLink);
  }

  @Test
  void aDirectoryOfThatNameIsLeftAlone() throws IOException {
    Files.createDirectories(directory.resolve("a.pdf"));
    assertThat(saved(saver.save(attachment("a.pdf", "x")))).hasFileName("a-2.pdf");
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "/etc/cron.d/evil.pdf",
        "..\\..\\windows.pdf",
        "..",
        ".",
        "",
        ".pdf",
        "-rf.pdf",
        "a/b/c.pdf",
        "nul\u0000.pdf",
        "new\nline.pdf",
        "\u001b[31m.pdf",
        "\u202egnp.pdf",
        "con.pdf:stream",
        "~/.ssh/authorized_keys",
        "$(rm -rf /).pdf",
        "счёт.pdf",
        "İ.PDF",
        "x.pdf.exe",
      })
  void whateverTheNameIsTheFileStaysInTheDirectory(String name) throws IOException {
    Path path = saver.write(name, "%PDF-x".getBytes(US_ASCII));
    assertThat(path.getParent()).isEqualTo(directory);
    assertThat(path.getFileName().toString()).matches("[a-z0-9][a-z0-9-]*\\.pdf");
    try (Stream<Path> all = Files.walk(temp)) {
      assertThat(all.filter(Files::isRegularFile)).containsExactly(path);
    }
  }

  @Test
  void aVeryLongNameIsCut() throws IOException {
    Path path = saver.write("a".repeat(100_000), "%PDF-x".getBytes(US_ASCII));
    assertThat(path.getFileName().toString()).hasSizeLessThan(100);
  }

  @Test
  void aFileWhereTheDirectoryShouldBeIsSaid() throws IOException {
    Files.createDirectories(directory.getParent());
    Files.writeString(directory, "a file");
    assertThat(notSaved(saver.save(attachment("a.pdf", "x"))).key())
        .isEqualTo("console.not-saved.not-a-directory");
    assertThat(directory).hasContent("a file");
  }

  @Test
  void aFileOnTheWayToTheDirectoryIsSaid() throws IOException {
    Files.writeString(directory.getParent(), "a file");
    assertThat(notSaved(saver.save(attachment("a.pdf", "x"))).key())
        .isEqualTo("console.not-saved.not-a-directory");
  }

  @Test
  void aThousandFilesOfANameAreEnough() throws IOException {
    Files.createDirectories(directory);
    for (int number = 1; number <= 1_000; number++) {
      Files.createDirectory(directory.resolve(number == 1 ? "a.pdf" : "a-" + number + ".pdf"));
    }
    assertThat(notSaved(saver.save(attachment("a.pdf", "x"))).key())
        .isEqualTo("console.not-saved.too-many-names");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new AccessDeniedException("/x"), "no-permission"),
        Arguments.of(new FileSystemException("/x", null, "Read-only file system"), "no-permission"),
        Arguments.of(new IOException("No space left on device"), "disk-full"),
        Arguments.of(new FileSystemException("/x", null, "Disk quota exceeded"), "disk-full"),
        Arguments.of(new IOException("Input/output error"), "failed"),
        Arguments.of(new IOException(), "failed"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsSaidInOurWords(IOException fault, String key) {
    Text reason = saver.reason(fault);
    assertThat(reason.key()).isEqualTo("console.not-saved." + key);
    assertThat(reason.arguments()).isSubsetOf(List.of(Value.data(directory.toString())));
  }

  @Test
  void allAttachmentsOfAReplyAreSavedInTheirOrder() {
    Reply reply =
        Reply.card(Text.of("plain"))
            .attach(attachment("b.pdf", "1"))
            .attach(attachment("a.pdf", "2"))
            .build();
    assertThat(saver.saveAll(reply))
        .map(FileSaverTest::saved)
        .containsExactly(directory.resolve("b.pdf"), directory.resolve("a.pdf"));
  }

  @Test
  void manyAtOnceGetANameEach() throws Exception {
    List<Callable<SavedFile>> tasks =
        IntStream.range(0, 40)
            .<Callable<SavedFile>>mapToObj(i -> () -> saver.save(attachment("a.pdf", "" + i)))
            .toList();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Path> paths =
          pool.invokeAll(tasks).stream().map(future -> saved(future.resultNow())).toList();
      assertThat(paths).doesNotHaveDuplicates();
      for (int i = 0; i < paths.size(); i++) {
        assertThat(paths.get(i)).hasContent("%PDF-" + i);
      }
    }
  }

  private static Attachment attachment(String name, String content) {
    return new Attachment(name, new PdfDocument(("%PDF-" + content).getBytes(US_ASCII)));
  }

  private static Path saved(SavedFile file) {
    assertThat(file).isInstanceOf(SavedFile.Saved.class);
    return ((SavedFile.Saved) file).path();
  }

  private static Text notSaved(SavedFile file) {
    assertThat(file).isInstanceOf(SavedFile.NotSaved.class);
    return ((SavedFile.NotSaved) file).reason();
  }
}
