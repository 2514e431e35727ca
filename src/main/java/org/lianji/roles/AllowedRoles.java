package org.lianji.roles;

import org.lianji.platform.Role;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which roles may use an endpoint of files: the row of the role matrix. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedRoles {

    /** {@return the roles, one of which the caller must have} */
    Role[] value();
}
