using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Mandate.Archive.Stores;

/// <summary>One connection and its transaction: statements with $1, $2 … that SQLite and PostgreSQL read alike.</summary>
internal sealed class Session(DbConnection connection, DbTransaction? transaction) : IDisposable
{
    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run(string sql, params object?[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Every row of a query.</summary>
    public List<T> Rows<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The first row of a query, or the default where there is none.</summary>
    public T? First<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    /// <summary>A whole number; 0 where there is none.</summary>
    public long Number(string sql, params object?[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>The next number of a counter; others wait until this transaction ends, so numbers come in the order of commits.</summary>
    public long Next(string counter) => Number("UPDATE counters SET value = value + 1 WHERE name = $1 RETURNING value", counter);

    public void Dispose()
    {
        transaction?.Dispose();
        connection.Dispose();
    }

    /// <summary>Makes what was done lasting.</summary>
    public void Commit() => transaction!.Commit();

    private DbCommand Command(string sql, object?[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            if (parameter is not NpgsqlParameter)
            {
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i + 1}");
            }

            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

/// <summary>Reading of columns that may be empty.</summary>
internal static class Columns
{
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[]? Bytes(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    public static int? Whole(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static double? Real(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}
