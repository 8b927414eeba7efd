-- Where a backup is put back beside the database in use, before it takes its place.
GRANT ALL ON `association\_restoring`.* TO 'association'@'%';
