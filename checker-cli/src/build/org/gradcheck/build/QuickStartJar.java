package org.gradcheck.build;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites the classes of a jar so that a program of short runs starts faster; what they do stays as it is.
 *
 * <ul>
 *   <li>Class files older than Java 6 are raised to the format of Java 8. No archive of loaded classes can hold them: they are parsed and
 *       verified at every start. Picocli is compiled for Java 5.
 *   <li>A lambda becomes a class, and the {@code equals} and {@code hashCode} of a record become code: see {@link LinkedCalls}.
 * </ul>
 */
public final class QuickStartJar {

    private QuickStartJar() {}

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        Map<ZipEntry, byte[]> entries = new LinkedHashMap<>();
        LocalDateTime built;
        try (ZipFile old = new ZipFile(jar.toFile());
                URLClassLoader classes = new URLClassLoader(new URL[] {new File(args[0]).toURI().toURL()})) {
            LinkedCalls linked = new LinkedCalls();
            for (ZipEntry entry : Collections.list(old.entries())) {
                byte[] bytes = old.getInputStream(entry).readAllBytes();
                boolean isClass = entry.getName().endsWith(".class");
                entries.put(entry, isClass ? linked.rewrite(isOld(bytes) ? raised(bytes, classes) : bytes) : bytes);
            }
            // A class is a member of its nest only if the host of the nest says so, and the host may come first.
            entries.replaceAll((entry, bytes) -> entry.getName().endsWith(".class") ? linked.withMembers(bytes) : bytes);
            built = old.getEntry("META-INF/MANIFEST.MF").getTimeLocal();
            linked.made().forEach((name, bytes) -> entries.put(new ZipEntry(name + ".class"), bytes));
        }
        write(entries, built, jar);
    }

    /** All entries get one time, the build's: those of licences that were put in depend on the time zone. */
    private static void write(Map<ZipEntry, byte[]> entries, LocalDateTime built, Path jar) throws IOException {
        Path renewed = Path.of(jar + ".new");
        try (OutputStream file = Files.newOutputStream(renewed);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<ZipEntry, byte[]> each : entries.entrySet()) {
                ZipEntry same = new ZipEntry(each.getKey().getName());
                same.setTimeLocal(built);
                out.putNextEntry(same);
                out.write(each.getValue());
            }
        }
        Files.move(renewed, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isOld(byte[] bytes) {
        return bytes[7] < Opcodes.V1_8;
    }

    private static byte[] raised(byte[] bytes, ClassLoader classes) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return classes;
            }
        };
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visit(
                                    int version, int access, String name, String generic, String parent, String[] types) {
                                super.visit(Opcodes.V1_8, access, name, generic, parent, types);
                            }
                        },
                        ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
