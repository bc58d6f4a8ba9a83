import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Raises old class files in a jar to the format of Java 8. Picocli is compiled for Java 5, whose class files no archive of loaded classes can
 * hold: they are parsed and verified at every start, which is a fifth of it. What the code does stays as it is; the stack maps
 * that newer formats ask for are added.
 */
public final class ModernClasses {

    private ModernClasses() {}

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        Path renewed = Path.of(args[0] + ".new");
        try (ZipFile old = new ZipFile(jar.toFile());
                URLClassLoader classes = new URLClassLoader(new URL[] {new File(args[0]).toURI().toURL()});
                OutputStream file = Files.newOutputStream(renewed);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : Collections.list(old.entries())) {
                byte[] bytes = old.getInputStream(entry).readAllBytes();
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(same);
                out.write(isOldClass(entry.getName(), bytes) ? raised(bytes, classes) : bytes);
            }
        }
        Files.move(renewed, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isOldClass(String name, byte[] bytes) {
        return name.endsWith(".class") && bytes[7] < Opcodes.V1_8;
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
