package dev.quorate;

import java.util.function.Supplier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * The program's objects, each made when it is first asked for. A bare factory: an application context looks for locales and
 * messages too, a quarter of a start.
 */
final class Beans implements AutoCloseable {

    private final DefaultListableBeanFactory factory = new DefaultListableBeanFactory();

    <T> void add(Class<T> type, Supplier<T> maker) {
        factory.registerBeanDefinition(type.getName(), new RootBeanDefinition(type, maker));
    }

    <T> T get(Class<T> type) {
        return factory.getBean(type.getName(), type);
    }

    /** Closes what was made and can be closed, the last made first. */
    @Override
    public void close() {
        factory.destroySingletons();
    }
}
