package glasshouse.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RaisedJarTest {
    @TempDir Path folder;

    @Test
    void oldClassesAreRaisedAndPassVerification() throws Exception {
        Path jar = copyOfLibrary();
        RaisedJar.raise(jar);
        try (var raised = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(raised.entries())) {
                if (entry.getName().endsWith(".class")) {
                    byte[] bytes = raised.getInputStream(entry).readAllBytes();
                    assertEquals(0, ClassFile.of().verify(bytes).size(), entry.getName());
                    assertEquals(true, bytes[7] >= 50, entry.getName());
                }
            }
        }
    }

    @Test
    void aRaisedJarStaysAsItIs() throws Exception {
        Path jar = copyOfLibrary();
        RaisedJar.raise(jar);
        byte[] once = Files.readAllBytes(jar);
        RaisedJar.raise(jar);
        assertArrayEquals(once, Files.readAllBytes(jar));
    }

    private Path copyOfLibrary() throws Exception {
        var source = CommandLine.class.getProtectionDomain().getCodeSource().getLocation();
        return Files.copy(Path.of(source.toURI()), folder.resolve("library.jar"));
    }
}
