package org.gradcheck.build;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * The class that stands for one lambda or method reference: what {@code java.lang.invoke.LambdaMetafactory} makes at run time.
 *
 * @param name its internal name
 * @param host the host of the nest it belongs to
 * @param method the name of the method that it implements
 * @param callShape what is captured, and the interface
 * @param erased the types of the method as the interface declares it
 * @param body what the method calls
 * @param special the types of the method where the lambda is, for type parameters put in
 */
record LambdaClass(
        String name, String host, String method, String callShape, Type erased, Handle body, Type special) {

    /** The static method that takes what is captured and returns the lambda. */
    static final String FACTORY = "of";

    private static final Type OBJECT = Type.getType(Object.class);
    private static final Method CONSTRUCTOR = new Method("<init>", "()V");

    byte[] bytes() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String implemented = Type.getReturnType(callShape).getInternalName();
        writer.visit(
                Opcodes.V11,
                Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_SUPER,
                name,
                null,
                OBJECT.getInternalName(),
                new String[] {implemented});
        writer.visitNestHost(host);
        for (int i = 0; i < captured().length; i++) {
            writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), captured()[i].getDescriptor(), null, null)
                    .visitEnd();
        }
        addConstructor(writer);
        addFactory(writer);
        addMethod(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private Type self() {
        return Type.getObjectType(name);
    }

    private Type[] captured() {
        return Type.getArgumentTypes(callShape);
    }

    private static String field(int i) {
        return "captured" + i;
    }

    private void addConstructor(ClassWriter writer) {
        GeneratorAdapter code =
                new GeneratorAdapter(Opcodes.ACC_PRIVATE, new Method("<init>", Type.VOID_TYPE, captured()), null, null, writer);
        code.loadThis();
        code.invokeConstructor(OBJECT, CONSTRUCTOR);
        for (int i = 0; i < captured().length; i++) {
            code.loadThis();
            code.loadArg(i);
            code.putField(self(), field(i), captured()[i]);
        }
        code.returnValue();
        code.endMethod();
    }

    /** One that captures nothing is the same object each time, as it is for the virtual machine. */
    private void addFactory(ClassWriter writer) {
        GeneratorAdapter factory =
                new GeneratorAdapter(Opcodes.ACC_STATIC, new Method(FACTORY, callShape), null, null, writer);
        if (captured().length > 0) {
            factory.newInstance(self());
            factory.dup();
            factory.loadArgs();
            factory.invokeConstructor(self(), new Method("<init>", Type.VOID_TYPE, captured()));
        } else {
            String single = "INSTANCE";
            writer.visitField(
                            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
                            single,
                            self().getDescriptor(),
                            null,
                            null)
                    .visitEnd();
            GeneratorAdapter first =
                    new GeneratorAdapter(Opcodes.ACC_STATIC, new Method("<clinit>", "()V"), null, null, writer);
            first.newInstance(self());
            first.dup();
            first.invokeConstructor(self(), CONSTRUCTOR);
            first.putStatic(self(), single, self());
            first.returnValue();
            first.endMethod();
            factory.getStatic(self(), single, self());
        }
        factory.returnValue();
        factory.endMethod();
    }

    private void addMethod(ClassWriter writer) {
        GeneratorAdapter code = new GeneratorAdapter(
                Opcodes.ACC_PUBLIC, new Method(method, erased.getDescriptor()), null, null, writer);
        boolean isNew = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        Type owner = Type.getObjectType(body.getOwner());
        if (isNew) {
            code.newInstance(owner);
            code.dup();
        }
        List<Type> wanted = new ArrayList<>(List.of(Type.getArgumentTypes(body.getDesc())));
        if (!isNew && body.getTag() != Opcodes.H_INVOKESTATIC) {
            wanted.add(0, owner);
        }
        for (int i = 0; i < captured().length; i++) {
            code.loadThis();
            code.getField(self(), field(i), captured()[i]);
            convert(code, captured()[i], captured()[i], wanted.get(i));
        }
        Type[] given = erased.getArgumentTypes();
        for (int i = 0; i < given.length; i++) {
            code.loadArg(i);
            convert(code, given[i], special.getArgumentTypes()[i], wanted.get(captured().length + i));
        }
        code.visitMethodInsn(instruction(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
        Type result = isNew ? owner : Type.getReturnType(body.getDesc());
        Type promised = erased.getReturnType();
        if (promised.getSort() == Type.VOID) {
            drop(code, result);
        } else {
            convert(code, result, result, promised);
        }
        code.returnValue();
        code.endMethod();
    }

    /** Private members of the nest are called as others are. */
    private int instruction() {
        return switch (body.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }

    private static void drop(GeneratorAdapter code, Type type) {
        if (type.getSize() == 2) {
            code.pop2();
        } else if (type.getSize() == 1) {
            code.pop();
        }
    }

    /** From one type to another, where a value of the first is known to be of type known. */
    private static void convert(GeneratorAdapter code, Type from, Type known, Type to) {
        if (isPrimitive(from) && isPrimitive(to)) {
            code.cast(from, to);
        } else if (isPrimitive(from)) {
            code.valueOf(from);
        } else if (isPrimitive(to)) {
            Type primitive = unwrapped(known, to);
            code.unbox(primitive);
            code.cast(primitive, to);
        } else if (!to.equals(from) && !to.equals(OBJECT)) {
            code.checkCast(to);
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    private static Type unwrapped(Type wrapper, Type otherwise) {
        for (Type primitive : List.of(
                Type.BOOLEAN_TYPE,
                Type.CHAR_TYPE,
                Type.BYTE_TYPE,
                Type.SHORT_TYPE,
                Type.INT_TYPE,
                Type.LONG_TYPE,
                Type.FLOAT_TYPE,
                Type.DOUBLE_TYPE)) {
            if (wrapper(primitive).equals(wrapper)) {
                return primitive;
            }
        }
        return otherwise;
    }

    /** The class whose objects hold values of a primitive type. */
    static Type wrapper(Type primitive) {
        return Type.getType(
                switch (primitive.getSort()) {
                    case Type.BOOLEAN -> Boolean.class;
                    case Type.CHAR -> Character.class;
                    case Type.BYTE -> Byte.class;
                    case Type.SHORT -> Short.class;
                    case Type.INT -> Integer.class;
                    case Type.LONG -> Long.class;
                    case Type.FLOAT -> Float.class;
                    default -> Double.class;
                });
    }
}
