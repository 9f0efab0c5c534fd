export { PERMISSION_MEANINGS, PERMISSIONS, type Permission } from './permissions.ts';
export { FIRST_ROLES, isRole, permissionsOf, ROLE_PERMISSIONS, ROLES, type Role } from './roles.ts';
