namespace Listening.Web.Dashboards;

/// <summary>A dashboard's file that cannot be used, with file, line, column and reason.</summary>
public sealed class DashboardFileException(DashboardFault fault, Exception? innerException = null) : Exception(fault.ToString(), innerException)
{
    /// <summary>The same in parts.</summary>
    public DashboardFault Fault { get; } = fault;
}
