package glasshouse.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Raises the classes of a library to a format that the JVM keeps in an ahead-of-time cache.
///
/// The cache leaves out classes of Java 5 and older, since they lack the tables by which later ones
/// are verified. Here those tables are worked out and nothing else is changed. The launcher does it
/// before it trains the cache.
final class RaisedJar {
    private static final int JAVA_6 = 50;
    private static final int RAISED = ClassFile.JAVA_21_VERSION;
    private static final int MAJOR_VERSION_BYTE = 7;

    private RaisedJar() {}

    /// Raises the jars that are named, in place.
    public static void main(String... jars) throws IOException {
        for (String jar : jars) {
            raise(Path.of(jar));
        }
    }

    /// Raises the old classes of a jar, and leaves a jar without any as it is.
    static void raise(Path jar) throws IOException {
        Path raised = jar.resolveSibling(jar.getFileName() + ".new");
        boolean changed = false;
        try (var from = new ZipFile(jar.toFile());
                var to =
                        new ZipOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(raised)))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] bytes = bytes(from, entry);
                if (isOld(entry, bytes)) {
                    bytes = raise(bytes, from);
                    changed = true;
                }
                var copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                to.putNextEntry(copy);
                to.write(bytes);
                to.closeEntry();
            }
        }
        if (changed) {
            Files.move(raised, jar, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(raised);
        }
    }

    private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream stream = jar.getInputStream(entry)) {
            return stream.readAllBytes();
        }
    }

    private static boolean isOld(ZipEntry entry, byte[] bytes) {
        return entry.getName().endsWith(".class") && bytes[MAJOR_VERSION_BYTE] < JAVA_6;
    }

    private static byte[] raise(byte[] bytes, ZipFile jar) {
        ClassFile file =
                ClassFile.of(
                        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                        ClassFile.ClassHierarchyResolverOption.of(hierarchy(jar)));
        ClassModel old = file.parse(bytes);
        ClassTransform version =
                (to, element) -> {
                    if (element instanceof ClassFileVersion) {
                        to.withVersion(RAISED, 0);
                    } else {
                        to.with(element);
                    }
                };
        // Bodies are taken apart and put together again: unchanged ones would be copied as they
        // are.
        ClassTransform bodies = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
        return file.transformClass(old, bodies.andThen(version));
    }

    private static ClassHierarchyResolver hierarchy(ZipFile jar) {
        return ClassHierarchyResolver.ofResourceParsing(
                        (ClassDesc name) -> classFile(jar, name.descriptorString()))
                .orElse(ClassHierarchyResolver.defaultResolver());
    }

    private static @Nullable InputStream classFile(ZipFile jar, String descriptor) {
        String name = descriptor.substring(1, descriptor.length() - 1) + ".class";
        ZipEntry entry = jar.getEntry(name);
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
