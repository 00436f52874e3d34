namespace Listening.Web.Dashboards;

/// <summary>A dashboard's file that cannot be used, with file, line and reason.</summary>
public sealed class DashboardFileException(string file, long? line, string reason, Exception? innerException = null)
    : Exception(line is null ? $"{file}: {reason}" : $"{file}({line}): {reason}", innerException);
