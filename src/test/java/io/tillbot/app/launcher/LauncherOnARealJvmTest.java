package io.tillbot.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of loaded classes on the JVM that runs this test, with a jar of one class. */
class LauncherOnARealJvmTest {

  private Checkout checkout;
  private Path archive;

  @BeforeEach
  void aBuiltCheckout(@TempDir Path directory) throws Exception {
    checkout = new Checkout(directory).with("JAVA_HOME", System.getProperty("java.home"));
    archive =
        checkout.built().resolveSibling("tillbot-" + System.getProperty("java.version") + ".jsa");
    Files.delete(archive);
    jar("first");
  }

  @Test
  void theArchiveIsMadeOnceForEachJar() throws Exception {
    Finished first = checkout.run("a b", "c");
    assertThat(first.out()).isEqualTo("[a b, c]\n");
    assertThat(first.err()).contains("preparing quicker starts").hasLineCount(1);
    assertThat(archive).isNotEmptyFile();
    Object made = Files.getAttribute(archive, "unix:ino");

    assertThat(checkout.run("again")).isEqualTo(new Finished(0, "[again]\n", ""));
    assertThat(Files.getAttribute(archive, "unix:ino")).isEqualTo(made);

    jar("another jar, of another size");
    assertThat(checkout.run("new").out()).isEqualTo("[new]\n");
    assertThat(Files.getAttribute(archive, "unix:ino")).isNotEqualTo(made);
  }

  @Test
  void theArchiveIsUsed() throws Exception {
    checkout.run("first");

    Finished run = checkout.with("TILLBOT_JAVA_OPTS", "-Xlog:class+load:stderr").run("x");

    assertThat(run.err())
        .containsPattern(
            Pattern.quote(StandIn.class.getName()) + ".*shared objects file \\(top\\)");
  }

  @Test
  void anArchiveThatDoesNotFitIsPassedOverWithoutAWord() throws Exception {
    Files.writeString(archive, "broken");
    assertThat(checkout.run("x")).isEqualTo(new Finished(0, "[x]\n", ""));

    Files.delete(archive);
    checkout.run("x");
    FileTime made = Files.getLastModifiedTime(archive);
    jar("a jar that changed without looking newer");
    Files.setLastModifiedTime(archive, FileTime.fromMillis(made.toMillis() + 60_000));
    assertThat(checkout.run("x")).isEqualTo(new Finished(0, "[x]\n", ""));
  }

  private void jar(String title) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
    attributes.put(Attributes.Name.IMPLEMENTATION_TITLE, title);
    attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
    Path file = archive.resolveSibling("tillbot-0.1.0-SNAPSHOT.jar");
    String name = StandIn.class.getName().replace('.', '/') + ".class";
    try (InputStream code = StandIn.class.getClassLoader().getResourceAsStream(name);
        JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      jar.putNextEntry(new JarEntry(name));
      code.transferTo(jar);
    }
  }
}
