package org.gradcheck.junit;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The method that has the points of a parameter.
 *
 * @param subject who names it
 * @param name its name
 */
record PointMethod(String subject, String name) {

    /** What it returns. */
    Object invoke(ExtensionContext context) {
        Method method = find(context);
        Optional<Object> instance = ModifierSupport.isStatic(method) ? Optional.empty() : context.getTestInstance();
        if (!ModifierSupport.isStatic(method) && instance.isEmpty()) {
            throw because("which must be static, unless the test class has the lifecycle PER_CLASS");
        }
        Object result = ReflectionSupport.invokeMethod(method, instance.orElse(null));
        if (result == null) {
            throw because("which returned null, where a stream, collection or array of points should be");
        }
        return result;
    }

    private Method find(ExtensionContext context) {
        int hash = name.indexOf('#');
        Class<?> type = hash < 0 ? context.getRequiredTestClass() : type(name.substring(0, hash), context);
        String methodName = name.substring(hash + 1);
        for (Class<?> place = type; place != null; place = place.getEnclosingClass()) {
            Optional<Method> method = ReflectionSupport.findMethod(place, methodName);
            if (method.isPresent()) {
                return method.get();
            }
        }
        throw because("which " + type.getSimpleName() + " does not have without parameters");
    }

    private Class<?> type(String typeName, ExtensionContext context) {
        return ReflectionSupport.tryToLoadClass(
                        typeName, context.getRequiredTestClass().getClassLoader())
                .getOrThrow(e -> because("whose class is not on the class path"));
    }

    private ExtensionConfigurationException because(String text) {
        return new ExtensionConfigurationException(subject + " names the method \"" + name + "\", " + text);
    }
}
