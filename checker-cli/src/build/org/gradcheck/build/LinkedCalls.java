package org.gradcheck.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Replaces calls that a virtual machine links when it first meets them, by running Java code that makes classes or combines method handles.
 * That costs a tenth of a millisecond each, in every run, even with an archive of loaded classes. What they are replaced by is in the
 * archive as any other class is.
 *
 * <p>Only in class files of Java 11 and newer, where the classes of a nest reach each other's private members.
 */
final class LinkedCalls {

    private static final String LAMBDA = "java/lang/invoke/LambdaMetafactory";
    private static final String RECORD = "java/lang/runtime/ObjectMethods";

    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private final Map<String, List<String>> membersOfHosts = new LinkedHashMap<>();

    /** The classes made for lambdas, by their internal names. */
    Map<String, byte[]> made() {
        return made;
    }

    byte[] rewrite(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        if (bytes[7] < Opcodes.V11) {
            return bytes;
        }
        // No maxima or frames to compute: the calls that come in take and leave what those that go took and left.
        ClassWriter writer = new ClassWriter(0);
        reader.accept(new Rewriting(writer), 0);
        return writer.toByteArray();
    }

    /** The class with what was made of its lambdas, and of those of the classes inside it, in its nest. */
    byte[] withMembers(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        List<String> members = membersOfHosts.get(reader.getClassName());
        if (members == null) {
            return bytes;
        }
        ClassWriter writer = new ClassWriter(0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visitEnd() {
                        members.forEach(this::visitNestMember);
                        super.visitEnd();
                    }
                },
                0);
        return writer.toByteArray();
    }

    private final class Rewriting extends ClassVisitor {

        private final Map<String, RecordMethod> recordMethods = new LinkedHashMap<>();
        private String name = "";
        private String host = "";
        private boolean isInterface;
        private int lambdas;

        Rewriting(ClassVisitor writer) {
            super(Opcodes.ASM9, writer);
        }

        @Override
        public void visit(int version, int access, String name, String generic, String parent, String[] types) {
            this.name = name;
            this.host = name;
            isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
            super.visit(version, access, name, generic, parent, types);
        }

        @Override
        public void visitNestHost(String host) {
            this.host = host;
            super.visitNestHost(host);
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String shape, String generic, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, method, shape, generic, exceptions)) {
                @Override
                public void visitInvokeDynamicInsn(String called, String callShape, Handle bootstrap, Object... arguments) {
                    if (isLambda(bootstrap, arguments)) {
                        String lambda = makeLambda(called, callShape, arguments);
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, lambda, LambdaClass.FACTORY, callShape, false);
                    } else if (bootstrap.getOwner().equals(RECORD) && !called.equals("toString")) {
                        RecordMethod body = new RecordMethod(name, called, callShape, fields(arguments));
                        recordMethods.put(body.name(), body);
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, name, body.name(), callShape, isInterface);
                    } else {
                        super.visitInvokeDynamicInsn(called, callShape, bootstrap, arguments);
                    }
                }
            };
        }

        private boolean isLambda(Handle bootstrap, Object... arguments) {
            return bootstrap.getOwner().equals(LAMBDA)
                    && bootstrap.getName().equals("metafactory")
                    && !((Handle) arguments[1]).getOwner().startsWith("[");
        }

        private String makeLambda(String called, String callShape, Object... arguments) {
            String lambda = name + "$$Lambda" + lambdas++;
            made.put(
                    lambda,
                    new LambdaClass(lambda, host, called, callShape, (Type) arguments[0], (Handle) arguments[1], (Type)
                                    arguments[2])
                            .bytes());
            membersOfHosts.computeIfAbsent(host, key -> new ArrayList<>()).add(lambda);
            return lambda;
        }

        private List<Handle> fields(Object... arguments) {
            List<Handle> fields = new ArrayList<>();
            for (int i = 2; i < arguments.length; i++) {
                fields.add((Handle) arguments[i]);
            }
            return fields;
        }

        @Override
        public void visitEnd() {
            recordMethods.values().forEach(method -> method.addTo(cv));
            super.visitEnd();
        }
    }
}
