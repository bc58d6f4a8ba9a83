package org.gradcheck.build;

import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The {@code equals} or {@code hashCode} of a record as code, as {@code java.lang.runtime.ObjectMethods} defines them.
 *
 * @param record the internal name of the record
 * @param method equals or hashCode
 * @param shape what the linked call takes and returns, the record first
 * @param fields the components
 */
record RecordMethod(String record, String method, String shape, List<Handle> fields) {

    String name() {
        return "record$" + method;
    }

    void addTo(ClassVisitor visitor) {
        MethodVisitor code = visitor.visitMethod(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, name(), shape, null, null);
        code.visitCode();
        if (method.equals("equals")) {
            equality(code);
        } else {
            hash(code);
        }
        code.visitEnd();
    }

    private void hash(MethodVisitor code) {
        code.visitInsn(Opcodes.ICONST_0);
        for (Handle field : fields) {
            code.visitIntInsn(Opcodes.BIPUSH, 31);
            code.visitInsn(Opcodes.IMUL);
            load(code, 0, field);
            Type type = Type.getType(field.getDesc());
            boolean isPrimitive = type.getSort() < Type.ARRAY;
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    isPrimitive ? LambdaClass.wrapper(type).getInternalName() : "java/util/Objects",
                    "hashCode",
                    "(" + (isPrimitive ? type.getDescriptor() : "Ljava/lang/Object;") + ")I",
                    false);
            code.visitInsn(Opcodes.IADD);
        }
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(4, 1);
    }

    private void equality(MethodVisitor code) {
        Label different = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.INSTANCEOF, record);
        code.visitJumpInsn(Opcodes.IFEQ, different);
        for (Handle field : fields) {
            load(code, 0, field);
            load(code, 1, field);
            jumpIfDifferent(code, Type.getType(field.getDesc()), different);
        }
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(different);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(4, 2);
    }

    private void load(MethodVisitor code, int variable, Handle field) {
        code.visitVarInsn(Opcodes.ALOAD, variable);
        if (variable > 0) {
            code.visitTypeInsn(Opcodes.CHECKCAST, record);
        }
        code.visitFieldInsn(Opcodes.GETFIELD, record, field.getName(), field.getDesc());
    }

    private static void jumpIfDifferent(MethodVisitor code, Type type, Label different) {
        switch (type.getSort()) {
            case Type.LONG -> {
                code.visitInsn(Opcodes.LCMP);
                code.visitJumpInsn(Opcodes.IFNE, different);
            }
            case Type.FLOAT, Type.DOUBLE -> {
                String compared = type.getDescriptor();
                String wrapper = LambdaClass.wrapper(type).getInternalName();
                code.visitMethodInsn(
                        Opcodes.INVOKESTATIC, wrapper, "compare", "(" + compared + compared + ")I", false);
                code.visitJumpInsn(Opcodes.IFNE, different);
            }
            case Type.ARRAY, Type.OBJECT -> {
                String both = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Objects", "equals", both, false);
                code.visitJumpInsn(Opcodes.IFEQ, different);
            }
            default -> code.visitJumpInsn(Opcodes.IF_ICMPNE, different);
        }
    }
}
