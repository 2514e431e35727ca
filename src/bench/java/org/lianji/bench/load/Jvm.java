package org.lianji.bench.load;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

import java.io.IOException;
import java.lang.management.MemoryUsage;
import java.util.Map;

import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A Java server seen from within, by its own management beans. */
record Jvm(MBeanServerConnection beans) {

    /** A server that has ended is not looked after. */
    private static final Map<String, Long> UNCHECKED =
            Map.of("jmx.remote.x.client.connection.check.period", 0L);

    static Jvm of(Process process) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            return new Jvm(
                    JMXConnectorFactory.connect(new JMXServiceURL(address), UNCHECKED)
                            .getMBeanServerConnection());
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    /** {@return bytes that all threads have allocated so far} */
    long allocated() throws IOException {
        return (Long) attribute("java.lang:type=Threading", "TotalThreadAllocatedBytes");
    }

    /** {@return the bound of its heap, in bytes} */
    long heapBound() throws IOException {
        return MemoryUsage.from(
                        (CompositeData) attribute("java.lang:type=Memory", "HeapMemoryUsage"))
                .getMax();
    }

    private Object attribute(String bean, String name) throws IOException {
        try {
            return beans.getAttribute(new ObjectName(bean), name);
        } catch (JMException e) {
            throw new IOException(e);
        }
    }
}
