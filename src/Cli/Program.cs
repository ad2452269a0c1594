using System.CommandLine;
using GeminiGen.Cli;

return await new RootCommand("The command line of GeminiGen.") { BaselineCommand.Create(), EmulateCommand.Create() }.Parse(args).InvokeAsync();
