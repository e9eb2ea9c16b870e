# Runs MariaDB on a small disk that can be filled. Meant for a mount namespace of its own (unshare): nobody else sees the disk, and it
# goes with this shell. Reads one command a line, answers each with "done", and ends everything with its input.
#   small-disk.sh FOLDER SIZE BASE [OPTION OF mariadbd]...
set -e
folder=$1 size=$2 base=$3
shift 3

server() {
  exec "$base/bin/mariadbd" --no-defaults --basedir="$base" --datadir="$folder/data" --tmpdir="$folder/tmp" --user=root \
    --innodb-log-file-size=8M "$@"
}

mount -t tmpfs -o "size=$size,mode=700" tmpfs "$folder"
echo done

mkdir "$folder/data" "$folder/tmp"
{
  printf "CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket='root';\n"
  for part in mariadb_system_tables mariadb_performance_tables mariadb_system_tables_data; do
    grep -v @current_hostname "$base/share/$part.sql"
  done
} | server --bootstrap --silent-startup --enforce-storage-engine= --max-allowed-packet=8M >&2
echo done

while read -r command; do
  case $command in
    start) server "$@" >&2 & ;;
    kill) kill -9 $! && wait $! || true ;;
    fill) cat /dev/zero > "$folder/ballast" 2>&- || true ;;
    free) rm -f "$folder/ballast" ;;
  esac
  echo done
done
kill -9 $!
